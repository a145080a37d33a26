'use client';
import { useState } from 'react';
import { CopyButton } from '@/components/ui/copy-button';
import { formats } from '@/lib/exports/catalog';
import type { SmtpSettings } from '@/lib/settings/smtp-settings';

/** The settings in the words of the program they go into; the password only when its owner switches it on. */
export function ExportPanel({ settings, proof }: { readonly settings: SmtpSettings; readonly proof: string }) {
  const [id, setId] = useState(formats[0]?.id);
  const [includePassword, setIncludePassword] = useState(false);
  const format = formats.find((entry) => entry.id === id);
  if (format === undefined) return null;
  const text = format.render(settings, { includePassword, proof });
  const download = () => {
    const link = document.createElement('a');
    link.href = URL.createObjectURL(new Blob([text], { type: format.mediaType }));
    link.download = format.fileName;
    link.click();
    URL.revokeObjectURL(link.href);
  };
  return (
    <section>
      <h2>In your program’s words</h2>
      <fieldset className="no-print">
        <legend className="visually-hidden">Program</legend>
        {formats.map(({ id: value, name, group }) => (
          <label className="choice" key={value}>
            <input type="radio" name="format" value={value} checked={value === id} onChange={() => setId(value)} />
            <span>
              {name}
              {group === name ? '' : <small>{group}</small>}
            </span>
          </label>
        ))}
      </fieldset>
      <p>{format.where}</p>
      {settings.password !== undefined && (
        <label className="choice no-print">
          <input
            type="checkbox"
            checked={includePassword}
            onChange={(event) => setIncludePassword(event.target.checked)}
          />
          <span>
            Include the password<small>Then the text below holds it in the clear.</small>
          </span>
        </label>
      )}
      <pre tabIndex={0} role="region" aria-label={`Settings for ${format.name}`}>
        {text}
      </pre>
      {format.warnings(settings).map((warning) => (
        <p className="notice warning" key={warning}>
          {warning}
        </p>
      ))}
      <p className="no-print">
        <CopyButton label={`settings for ${format.name}`} text={text} />{' '}
        <button type="button" onClick={download}>
          Download {format.fileName}
        </button>
      </p>
    </section>
  );
}
