'use client';
import { useState } from 'react';
import { shelves } from '@/lib/exports/catalog';
import type { SmtpSettings } from '@/lib/settings/smtp-settings';
import { Pills } from './pills';
import { Snippet } from './snippet';
import { useShelf } from './use-shelf';

const groups = shelves.map(({ group }) => ({ id: group, name: group }));

/** The settings in the words of the program they go into; the password only when its owner switches it on, anew on each visit. */
export function ExportPanel({ settings, proof }: { readonly settings: SmtpSettings; readonly proof: string }) {
  const [group, setGroup] = useState(shelves[0].group);
  const [id, setId] = useState<string>();
  const [includePassword, setIncludePassword] = useState(false);
  const shelf = useShelf(group);
  const formats = shelf.status === 'open' ? shelf.formatsFor(settings) : [];
  const format = formats.find((entry) => entry.id === id) ?? formats[0];
  const open = (name: string) => setGroup(shelves.find((entry) => entry.group === name)?.group ?? group);
  return (
    <section>
      <h2>In your program’s words</h2>
      <Pills legend="Kind of program" name="group" options={groups} chosen={group} onChoose={open} />
      {shelf.status === 'failed' && (
        <p className="notice warning">These could not be fetched from Outport. Reload the page to try again.</p>
      )}
      {format !== undefined && (
        <>
          <Pills legend="Program" name="format" options={formats} chosen={format.id} onChoose={setId} />
          <Snippet
            key={format.id}
            format={format}
            settings={settings}
            proof={proof}
            includePassword={includePassword}
            onIncludePassword={setIncludePassword}
          />
        </>
      )}
    </section>
  );
}
