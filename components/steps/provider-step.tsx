'use client';
import { useRouter } from 'next/navigation';
import { useState, type SyntheticEvent } from 'react';
import { ErrorSummary } from '@/components/form/error-summary';
import { ProviderSearch } from '@/components/provider/provider-search';
import { tileId } from '@/components/provider/provider-tile';
import styles from '@/components/provider/provider-tile.module.css';
import { ProviderTiles } from '@/components/provider/provider-tiles';
import { useEarlyAnswers } from '@/components/provider/use-early-answers';
import { useDraft } from '@/components/wizard/draft-context';
import { clearReason, StepFrame } from '@/components/wizard/step-frame';
import { fetchProvider } from '@/components/wizard/use-known-server';
import { chooseProvider, type Suggestion } from '@/lib/wizard/draft';
import { searchMeaning } from '@/lib/wizard/search-meaning';
import { serverChoices } from '@/lib/wizard/server-choices';
import { stepPath } from '@/lib/wizard/steps';
import { tileGroups } from '@/lib/wizard/tile-groups';

/** Question 1: who sends your email? */
export function ProviderStep() {
  const { draft, setDraft, mode, directory } = useDraft();
  const router = useRouter();
  const [picked, setPicked] = useState<string>();
  const [search, setSearch] = useState('');
  const [isOpen, setOpen] = useState(false);
  const [attempt, setAttempt] = useState(0);
  const choices = serverChoices(directory, mode === 'local');
  const chosen = choices.find(({ id }) => id === (picked ?? draft.provider));
  const isMissing = attempt > 0 && chosen === undefined;
  const groups = tileGroups({ directory, choices, search, isOpen, chosen: chosen?.id });
  const found = groups[0]?.choices ?? [];
  const [first] = found;
  const meaning = searchMeaning(search, found.length);
  const choose = (id: string) => {
    setPicked(id);
    // Fetched while the person reads on, so that the next step need not wait; there it would be asked for again.
    if (directory.some((entry) => entry.id === id)) fetchProvider(id).catch(() => undefined);
  };
  const form = useEarlyAnswers(({ provider, search: typed }) => {
    if (provider !== '') setPicked(provider);
    if (typed !== '') setSearch(typed);
  });
  const go = (id: string, suggestion?: Suggestion) => {
    clearReason();
    setDraft((before) => chooseProvider(before, id, suggestion));
    router.push(stepPath('account'));
  };
  const submit = (event: SyntheticEvent) => {
    event.preventDefault();
    setAttempt(attempt + 1);
    if (chosen !== undefined) go(chosen.id);
  };
  const problems =
    isMissing && first !== undefined ? [{ id: tileId(first.id), message: 'Choose who sends your email' }] : [];
  return (
    <StepFrame
      step="provider"
      heading="Who sends your email?"
      lede="Pick the service your site or mail program will send through. Outport already knows its servers, ports and login rules."
      hasProblem={isMissing}
    >
      <ErrorSummary problems={problems} attempt={attempt} />
      <form ref={form} method="post" noValidate onSubmit={submit}>
        <ProviderSearch
          search={search}
          onSearch={setSearch}
          meaning={meaning}
          found={found}
          onChoose={(choice) => {
            choose(choice.id);
            document.getElementById(tileId(choice.id))?.focus();
          }}
          onOwnServer={(suggestion) => go('other', suggestion)}
        />
        <fieldset {...(isMissing ? { 'aria-describedby': 'provider-error' } : {})}>
          <legend className="visually-hidden">Who sends your email?</legend>
          {isMissing && (
            <p className={styles.error} id="provider-error">
              <span className="visually-hidden">Error: </span>Choose who sends your email
            </p>
          )}
          <ProviderTiles groups={groups} chosen={chosen?.id} onChoose={({ id }) => choose(id)} />
        </fieldset>
        {meaning === 'nothing' && (
          <p>
            <button type="button" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
              {isOpen ? 'Show fewer' : `Show all ${directory.length} providers`}
            </button>
          </p>
        )}
        {meaning !== 'address' && (
          <div className="actions">
            <button className="button-primary" type="submit">
              {chosen === undefined ? 'Continue' : `Continue with ${chosen.name}`}
            </button>
          </div>
        )}
      </form>
    </StepFrame>
  );
}
