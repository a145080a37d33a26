'use client';
import { useEffect, useId, useState } from 'react';
import { Choice } from '@/components/form/choice';
import { CopyButton } from '@/components/ui/copy-button';
import { useDraft } from '@/components/wizard/draft-context';
import type { Format } from '@/lib/exports/format';
import type { SelfTestRun } from '@/lib/exports/self-test/run';
import type { SmtpSettings } from '@/lib/settings/smtp-settings';
import { rememberRun } from './issued-runs';
import fields from '@/components/form/field.module.css';
import { SelfTestExplained } from './self-test-explained';

/** 128 bits that nobody guesses, as hex. */
function secret(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join('');
}

function newRun(to: string): SelfTestRun {
  const returnAddress = `${location.origin}${location.pathname}`;
  return { key: secret(), id: secret(), madeAt: Math.floor(Date.now() / 1000), to, returnAddress };
}

function PasteResult() {
  const id = useId();
  const [text, setText] = useState('');
  const [pasted, setPasted] = useState<string>();
  return (
    <>
      <form
        method="post"
        onSubmit={(event) => {
          event.preventDefault();
          setPasted(text);
        }}
      >
        <label htmlFor={id}>Paste what the page showed</label>
        <textarea
          id={id}
          className={fields.text}
          rows={4}
          spellCheck={false}
          value={text}
          onChange={(event) => setText(event.target.value)}
        />
        <p>
          <button>Explain the result</button>
        </p>
      </form>
      {pasted !== undefined && <SelfTestExplained text={pasted} />}
    </>
  );
}

type Props = {
  readonly settings: SmtpSettings;
  readonly load: NonNullable<Format['loadSelfTest']>;
  /** Given what the text of the program is followed by: nothing while the test is off. */
  readonly onText: (text: string) => void;
};

/** Adds a self test to the lines, with a key of its own each time it is switched on, and explains the result that comes back. */
export function SelfTestOption({ settings, load, onText }: Props) {
  const { draft } = useDraft();
  const [run, setRun] = useState<SelfTestRun>();
  const [isMissing, setMissing] = useState(false);
  const to = draft.proven?.to ?? settings.from.address;
  useEffect(() => {
    let isWanted = true;
    if (run === undefined) onText('');
    else
      load().then(
        (render) => {
          if (isWanted) onText(render(settings, run));
        },
        () => {
          if (isWanted) setMissing(true);
        },
      );
    return () => {
      isWanted = false;
    };
  }, [run, settings, load, onText]);
  const change = (isOn: boolean) => {
    setMissing(false);
    const made = isOn ? newRun(to) : undefined;
    if (made !== undefined) rememberRun(made);
    setRun(made);
  };
  const query = `/?outport-self-test=${run?.key ?? ''}`;
  return (
    <div className="no-print">
      <Choice
        type="checkbox"
        checked={run !== undefined}
        onChange={(event) => change(event.target.checked)}
        label="Add a one-time self test"
        hint={`WordPress itself then sends one message to ${to} from your web server, and shows what the mail server said.`}
      />
      {isMissing && (
        <p className="notice warning">It could not be fetched from Outport. Switch it off and on to try again.</p>
      )}
      {run !== undefined && !isMissing && (
        <>
          <p>Within one hour, save the file in your site and open this address behind your site’s own:</p>
          <pre tabIndex={0} role="region" aria-label="Address of the self test">
            {query}
          </pre>
          <p>
            <CopyButton label="address of the self test" text={query} />
          </p>
          <p className="hint">
            Like https://shop.example{query.slice(0, 22)}… Nothing is sent before you press the button there. It works
            once.
          </p>
        </>
      )}
      <details className="disclosure" open={run !== undefined}>
        <summary>Result of a self test</summary>
        <PasteResult />
      </details>
    </div>
  );
}
