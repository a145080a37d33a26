'use client';
import { useRouter } from 'next/navigation';
import { useEffect, useState, type SyntheticEvent } from 'react';
import { ErrorSummary } from '@/components/form/field';
import { usePractice } from '@/components/wizard/practice';
import { clearReason, StepFrame } from '@/components/wizard/step-frame';
import { useDraft } from '@/components/wizard/draft-context';
import { providers } from '@/lib/providers/catalog';
import { chooseProvider } from '@/lib/wizard/draft';
import styles from './provider-step.module.css';

const others = [{ id: 'other', name: 'Another server', hint: 'You know the host name', letters: '···' }] as const;
const practiceTile = {
  id: 'practice',
  name: 'Practice server',
  hint: 'Runs on this computer, no account needed',
  letters: '▶',
} as const;

/** Question 1: who sends your email? */
export function ProviderStep() {
  const { draft, setDraft, ready } = useDraft();
  const router = useRouter();
  const practice = usePractice();
  const [chosen, setChosen] = useState<string>();
  const [problems, setProblems] = useState<readonly { id: string; message: string }[]>([]);
  useEffect(() => {
    if (ready) setChosen(draft.provider);
  }, [ready, draft.provider]);
  const tiles = [
    ...providers.map(({ id, name, hint, mark }) => ({ id, name, hint, letters: mark.letters })),
    ...others,
    ...(practice === undefined ? [] : [practiceTile]),
  ];
  const submit = (event: SyntheticEvent) => {
    event.preventDefault();
    if (chosen === undefined) {
      setProblems([{ id: `provider-${tiles[0]?.id ?? ''}`, message: 'Choose who sends your email' }]);
      return;
    }
    clearReason();
    setDraft((before) => chooseProvider(before, chosen));
    router.push('/setup/account');
  };
  const name = tiles.find(({ id }) => id === chosen)?.name;
  return (
    <StepFrame
      step="provider"
      heading="Who sends your email?"
      lede="Pick the service your site or mail program will send through. Outport already knows its servers, ports and login rules."
      {...(problems.length > 0 ? { documentTitle: 'Error: Who sends your email?' } : {})}
    >
      <ErrorSummary problems={problems} />
      <form method="post" noValidate onSubmit={submit}>
        <fieldset>
          <legend className="visually-hidden">Who sends your email?</legend>
          <div className={styles.tiles}>
            {tiles.map((tile) => (
              <label key={tile.id} className={styles.tile}>
                <input
                  type="radio"
                  name="provider"
                  id={`provider-${tile.id}`}
                  value={tile.id}
                  checked={chosen === tile.id}
                  onChange={() => {
                    setChosen(tile.id);
                    setProblems([]);
                  }}
                />
                <span className={styles.mark} data-provider={tile.id} aria-hidden="true">
                  {tile.letters}
                </span>
                <strong>{tile.name}</strong>
                <small>{tile.hint}</small>
              </label>
            ))}
          </div>
        </fieldset>
        <div className="actions">
          <button className="button-primary" type="submit">
            {name === undefined ? 'Continue' : `Continue with ${name}`}
          </button>
        </div>
      </form>
    </StepFrame>
  );
}
