'use client';
import { useState } from 'react';
import { Choice } from '@/components/form/choice';
import type { PortRow } from '@/lib/wizard/port-rows';

type Props = {
  /** Rows that answered EHLO before any encryption, best first. */
  readonly rows: readonly PortRow[];
  readonly onUse: (row: PortRow) => void;
};

/** For a relay that takes mail without a login and without encryption: possible, but only knowingly. Never with a password. */
export function CleartextOffer({ rows, onUse }: Props) {
  const [isKnowing, setKnowing] = useState(false);
  const [row] = rows;
  if (row === undefined) return null;
  const { host, port } = row.planned.endpoint;
  return (
    <section className="notice">
      <h2>Use it without encryption</h2>
      <p>
        No port offers encryption that could be verified, but port {port} of <code>{host}</code> answers without it.
        That can be right for a relay inside your own network.
      </p>
      <Choice
        type="checkbox"
        checked={isKnowing}
        onChange={(event) => setKnowing(event.target.checked)}
        label="I know what is exposed"
        hint="Everybody on the way can read and change every message: sender, recipient, text and attachments. No password is sent."
      />
      <p>
        <button type="button" disabled={!isKnowing} onClick={() => onUse(row)}>
          Use port {port} without encryption
        </button>
      </p>
    </section>
  );
}
