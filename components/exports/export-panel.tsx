'use client';
import { useState } from 'react';
import { Choice } from '@/components/form/choice';
import { CopyButton } from '@/components/ui/copy-button';
import { formats } from '@/lib/exports/catalog';
import { groups, type Format, type Proof } from '@/lib/exports/format';
import type { SmtpSettings } from '@/lib/settings/smtp-settings';
import styles from './export-panel.module.css';

const filled = groups.filter((group) => formats.some((format) => format.group === group));
const proofWords: Readonly<Record<Proof, string>> = {
  sent: 'Outport’s tests send mail with these settings through this program.',
  parsed: 'Outport’s tests read these settings back by this program’s own grammar.',
  documented: 'These settings follow this program’s documentation.',
};

function download({ fileName, mediaType }: Format, text: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([text], { type: mediaType }));
  link.download = fileName;
  link.click();
  URL.revokeObjectURL(link.href);
}

function FormatChoice({ chosen, onChoose }: { readonly chosen: string; readonly onChoose: (id: string) => void }) {
  return (
    <fieldset className="no-print">
      <legend className="visually-hidden">Program</legend>
      {filled.map((group) => (
        <div className={styles.group} key={group}>
          <span className={styles.name} aria-hidden="true">
            {group}
          </span>
          {formats
            .filter((format) => format.group === group)
            .map(({ id, name }) => (
              <label className={styles.pill} key={id}>
                <input type="radio" name="format" value={id} checked={id === chosen} onChange={() => onChoose(id)} />
                {name}
              </label>
            ))}
        </div>
      ))}
    </fieldset>
  );
}

/** The settings in the words of the program they go into; the password only when its owner switches it on, anew on each visit. */
export function ExportPanel({ settings, proof }: { readonly settings: SmtpSettings; readonly proof: string }) {
  const [id, setId] = useState(formats[0]?.id ?? '');
  const [includePassword, setIncludePassword] = useState(false);
  const format = formats.find((entry) => entry.id === id);
  if (format === undefined) return null;
  const text = format.render(settings, { includePassword, proof });
  const obstacle = format.cannot?.(settings);
  return (
    <section>
      <h2>In your program’s words</h2>
      <FormatChoice chosen={id} onChoose={setId} />
      {obstacle !== undefined && <p className="notice warning">{obstacle}</p>}
      <ol>
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
            onChange={(event) => setIncludePassword(event.target.checked)}
            label="Include the password"
            hint="Then the text above holds it in the clear."
          />
        </div>
      )}
      <div className={`${styles.tools ?? ''} no-print`}>
        <CopyButton label={`settings for ${format.name}`} text={text} isNamed />
        <button type="button" onClick={() => download(format, text)}>
          Download {format.fileName}
        </button>
      </div>
    </section>
  );
}
