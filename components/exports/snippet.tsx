'use client';
import { lazy, Suspense, useState } from 'react';
import { Choice } from '@/components/form/choice';
import { CopyButton } from '@/components/ui/copy-button';
import { download } from '@/components/ui/download';
import { exportText } from '@/lib/exports/export-text';
import type { Format, Proof } from '@/lib/exports/format';
import type { SmtpSettings } from '@/lib/settings/smtp-settings';
import styles from './export-panel.module.css';
import { WayOutNotice } from './way-out-notice';

const SelfTestOption = lazy(async () => {
  const loaded = await import('./self-test-option');
  return { default: loaded.SelfTestOption };
});

const proofWords: Readonly<Record<Proof, string>> = {
  sent: 'Proven by sending: Outport’s tests send mail with these lines through the real program.',
  parsed: 'Parsed by its own grammar: Outport’s tests read these lines back as the program does.',
  documented: 'By documentation: these lines follow what the program’s makers write.',
};

const includeHint = ({ usernameIsPassword }: SmtpSettings) =>
  usernameIsPassword
    ? 'Then the text above holds it in the clear, as user name and as password.'
    : 'Then the text above holds it in the clear.';

type Props = {
  readonly format: Format;
  readonly settings: SmtpSettings;
  readonly proof: string;
  readonly includePassword: boolean;
  readonly onIncludePassword: (include: boolean) => void;
};

/** One program: what to do in its own words, the lines to paste, and what it cannot express. */
export function Snippet({ format, settings, proof, includePassword, onIncludePassword }: Props) {
  const [selfTest, setSelfTest] = useState('');
  const obstacle = format.cannot?.(settings);
  if (obstacle !== undefined)
    return (
      <Suspense>
        <WayOutNotice format={format} settings={settings} reason={obstacle} />
      </Suspense>
    );
  const text = exportText(format, settings, { includePassword, proof }) + selfTest;
  return (
    <>
      <ol className={styles.steps}>
        {format.steps.map((step) => (
          <li key={step}>{step}</li>
        ))}
      </ol>
      {format.warnings(settings).map((warning) => (
        <p className="notice warning" key={warning}>
          {warning}
        </p>
      ))}
      <pre className={styles.snippet} tabIndex={0} role="region" aria-label={`Settings for ${format.name}`}>
        {text}
      </pre>
      {format.proven !== undefined && <p className="hint">{proofWords[format.proven]}</p>}
      {settings.password !== undefined && (
        <div className="no-print">
          <Choice
            type="checkbox"
            checked={includePassword}
            onChange={(event) => onIncludePassword(event.target.checked)}
            label="Include the password"
            hint={includeHint(settings)}
          />
        </div>
      )}
      {format.loadSelfTest !== undefined && (
        <Suspense>
          <SelfTestOption settings={settings} load={format.loadSelfTest} onText={setSelfTest} />
        </Suspense>
      )}
      <div className={`${styles.tools ?? ''} no-print`}>
        <CopyButton label={`settings for ${format.name}`} text={text} isNamed />
        <button type="button" onClick={() => download(format.fileName, format.mediaType, text)}>
          Download {format.fileName}
        </button>
      </div>
    </>
  );
}
