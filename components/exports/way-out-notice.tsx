'use client';
import Link from 'next/link';
import { useRouter } from 'next/navigation';
import { securityNames } from '@/components/probe/security-names';
import { useWorkingPorts } from '@/components/probe/use-working-ports';
import { useDraft } from '@/components/wizard/draft-context';
import type { Format } from '@/lib/exports/format';
import { wayOut } from '@/lib/exports/way-out';
import type { SmtpSettings } from '@/lib/settings/smtp-settings';
import { choosePort, type PortChoice } from '@/lib/wizard/draft';
import { stepPath } from '@/lib/wizard/steps';

type Props = { readonly format: Format; readonly settings: SmtpSettings; readonly reason: string };

function NextPort({ name, next }: { readonly name: string; readonly next: PortChoice }) {
  const { setDraft } = useDraft();
  const router = useRouter();
  const { port, security } = next;
  const take = () => {
    setDraft((before) => choosePort(before, next, true));
    router.push(stepPath('test'));
  };
  return (
    <>
      <p>
        Port {port} with {securityNames[security]} worked in this test too, and {name} can be given it. The test email
        proves one port only, so it has to be sent again.
      </p>
      <p>
        <button type="button" onClick={take}>
          Use port {port} and test it
        </button>
      </p>
    </>
  );
}

/** Why a program cannot be given the settings, and the one press that leads on. */
export function WayOutNotice({ format, settings, reason }: Props) {
  const working = useWorkingPorts();
  const out = wayOut(format, settings, working ?? []);
  return (
    <div className="notice warning">
      <p>{reason}</p>
      {out.about === 'login' && (
        <p>
          Another port does not change that. <Link href={stepPath('account')}>Change the login</Link>
        </p>
      )}
      {out.about === 'port' && out.next !== undefined && <NextPort name={format.name} next={out.next} />}
      {out.about === 'port' && out.next === undefined && (
        <p>
          {working === undefined
            ? 'Which other ports work is not known since this page was loaded anew. '
            : `No other port that worked in this test can be given to ${format.name}. `}
          <Link href={stepPath('ports')}>{working === undefined ? 'Test the ports again' : 'Back to the ports'}</Link>
        </p>
      )}
    </div>
  );
}
