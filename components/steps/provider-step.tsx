'use client';
import { useRouter } from 'next/navigation';
import { useState, type SyntheticEvent } from 'react';
import { ErrorSummary } from '@/components/form/error-summary';
import { useDraft } from '@/components/wizard/draft-context';
import { clearReason, StepFrame } from '@/components/wizard/step-frame';
import { chooseProvider } from '@/lib/wizard/draft';
import { serverChoices, type ServerChoice } from '@/lib/wizard/server-choices';
import { stepPath } from '@/lib/wizard/steps';
import styles from './provider-step.module.css';

const tileId = (id: string) => `provider-${id}`;

function Tile({ choice, isChosen, onChoose }: { choice: ServerChoice; isChosen: boolean; onChoose: () => void }) {
  const { id, name, hint, mark } = choice;
  return (
    <label className={styles.tile}>
      <input type="radio" name="provider" id={tileId(id)} value={id} checked={isChosen} onChange={onChoose} />
      <svg className={styles.mark} viewBox="0 0 40 40" aria-hidden="true">
        <rect width="40" height="40" rx="10" fill={mark.hue} />
        <text x="20" y="25" textAnchor="middle">
          {mark.letters}
        </text>
      </svg>
      <strong>{name}</strong>
      <small>{hint}</small>
    </label>
  );
}

/** Question 1: who sends your email? */
export function ProviderStep() {
  const { draft, setDraft, mode } = useDraft();
  const router = useRouter();
  const [picked, setPicked] = useState<string>();
  const [attempt, setAttempt] = useState(0);
  const choices = serverChoices(mode === 'local');
  const chosen = choices.find(({ id }) => id === (picked ?? draft.provider));
  const isMissing = attempt > 0 && chosen === undefined;
  const submit = (event: SyntheticEvent) => {
    event.preventDefault();
    setAttempt(attempt + 1);
    if (chosen === undefined) return;
    clearReason();
    setDraft((before) => chooseProvider(before, chosen.id));
    router.push(stepPath('account'));
  };
  const problems = isMissing ? [{ id: tileId(choices[0]?.id ?? ''), message: 'Choose who sends your email' }] : [];
  return (
    <StepFrame
      step="provider"
      heading="Who sends your email?"
      lede="Pick the service your site or mail program will send through. Outport already knows its servers, ports and login rules."
      hasProblem={isMissing}
    >
      <ErrorSummary problems={problems} attempt={attempt} />
      <form method="post" noValidate onSubmit={submit}>
        <fieldset {...(isMissing ? { 'aria-describedby': 'provider-error' } : {})}>
          <legend className="visually-hidden">Who sends your email?</legend>
          {isMissing && (
            <p className={styles.error} id="provider-error">
              <span className="visually-hidden">Error: </span>Choose who sends your email
            </p>
          )}
          <div className={styles.tiles}>
            {choices.map((choice) => (
              <Tile
                key={choice.id}
                choice={choice}
                isChosen={choice.id === chosen?.id}
                onChoose={() => setPicked(choice.id)}
              />
            ))}
          </div>
        </fieldset>
        <div className="actions">
          <button className="button-primary" type="submit">
            {chosen === undefined ? 'Continue' : `Continue with ${chosen.name}`}
          </button>
        </div>
      </form>
    </StepFrame>
  );
}
