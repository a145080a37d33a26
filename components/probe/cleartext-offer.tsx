'use client';
import { useState } from 'react';
import { Choice } from '@/components/form/choice';
import type { Recommendation } from '@/lib/diagnosis/recommend';

type Props = {
  readonly advice: Extract<Recommendation, { status: 'unencrypted' }>;
  readonly onUse: () => void;
};

/** For a relay that takes mail without a login and without encryption: possible, but only knowingly. Never with a password. */
export function CleartextOffer({ advice, onUse }: Props) {
  const [isKnowing, setKnowing] = useState(false);
  const { endpoint, reason, exposed } = advice;
  return (
    <section className="notice">
      <h2>Use it without encryption</h2>
      <p>{reason}</p>
      <Choice
        type="checkbox"
        checked={isKnowing}
        onChange={(event) => setKnowing(event.target.checked)}
        label="I know what is exposed"
        hint={`Not protected: ${exposed.join('; ')}. No password is sent.`}
      />
      <p>
        <button type="button" disabled={!isKnowing} onClick={onUse}>
          Use port {endpoint.port} without encryption
        </button>
      </p>
    </section>
  );
}
