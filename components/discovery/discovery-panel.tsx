'use client';
import { useState } from 'react';
import { useRouter } from 'next/navigation';
import { useDraft } from '@/components/wizard/draft-context';
import { clearReason } from '@/components/wizard/step-frame';
import { readAddress } from '@/lib/discovery/address';
import type { Candidate } from '@/lib/discovery/candidate';
import { bestCandidate, candidatesOf } from '@/lib/discovery/report';
import { withoutServer } from '@/lib/discovery/without-server';
import { domainSentence } from '@/lib/discovery/words';
import { chooseProvider } from '@/lib/wizard/draft';
import { takeCandidate } from '@/lib/wizard/found-server';
import { stepPath } from '@/lib/wizard/steps';
import { AskWithAddress } from './ask-with-address';
import { CandidateCard } from './candidate-card';
import { WaysTried } from './ways-tried';
import styles from './discovery.module.css';
import { useDiscovery } from './use-discovery';

type Props = {
  readonly typed: string;
  /** Puts another text into the field: a well-known domain that was meant. */
  readonly onType: (text: string) => void;
  readonly onOwnServer: () => void;
};

/** From an email address to the servers its owner sends through. Nothing before the @ leaves the browser. */
export function DiscoveryPanel({ typed, onType, onOwnServer }: Props) {
  const { setDraft, directory } = useDraft();
  const router = useRouter();
  const { report, isRunning, trouble, start } = useDiscovery();
  const [asked, setAsked] = useState<string>();
  const read = readAddress(typed);
  const [wasPressed, setPressed] = useState(false);
  const domain = read.kind === 'problem' ? undefined : read.domain;
  const isCurrent = domain !== undefined && asked === domain;
  const best = isCurrent && report !== undefined ? bestCandidate(report) : undefined;
  const found = isCurrent && report !== undefined ? candidatesOf(report) : [];
  // Until it is certain which is best none is shown: what was first would jump away under the finger.
  const shown =
    best === undefined ? [] : [best, ...(report?.finished === true ? found.filter((one) => one !== best) : [])];
  const look = (wanted: string) => {
    setAsked(wanted);
    start({ domain: wanted });
  };
  const search = () => {
    setPressed(true);
    if (domain !== undefined && !isRunning) look(domain);
  };
  const take = (candidate: Candidate) => {
    if (read.kind === 'problem') return;
    const { provider, suggestion } = takeCandidate(candidate, read);
    clearReason();
    setDraft((before) => chooseProvider(before, provider, suggestion));
    router.push(stepPath('account'));
  };
  const correct = (domainMeant: string) => {
    onType(read.kind === 'address' ? `${read.local}@${domainMeant}` : domainMeant);
    look(domainMeant);
  };
  const meant = isCurrent ? report?.meant : undefined;
  const notes = isCurrent && report !== undefined ? [withoutServer(domain), domainSentence(report)] : [];
  const nothing = isCurrent && report?.finished === true && found.length === 0;
  return (
    <div>
      {read.kind === 'problem' ? (
        wasPressed && (
          <p className="notice warning" role="alert">
            {read.message}
          </p>
        )
      ) : (
        <p className="hint">
          Only <strong>{read.shownDomain}</strong> is looked up, in Outport’s list, in DNS and at the domain’s own web
          server. What stands before the @ stays here.
        </p>
      )}
      <p>
        <button
          id="find-server"
          type="button"
          className={best === undefined ? 'button-primary' : undefined}
          aria-disabled={isRunning}
          onClick={search}
        >
          Find my server
        </button>
      </p>
      <p role="status">
        {isRunning && best === undefined && 'Looking. This takes at most about 5 seconds.'}
        {best !== undefined && `Found: ${directory.find(({ id }) => id === best.provider?.id)?.name ?? best.host}.`}
        {nothing && 'Nothing was found.'}
      </p>
      {trouble !== undefined && <p className="notice warning">{trouble}</p>}
      {meant !== undefined && (
        <p className="notice">
          Did you mean <strong>{meant}</strong>?{' '}
          <button type="button" onClick={() => correct(meant)}>
            Use {meant}
          </button>
        </p>
      )}
      {notes.map(
        (note) =>
          note !== undefined && (
            <p key={note} className="notice warning">
              {note}
            </p>
          ),
      )}
      {shown.length > 0 && (
        <ol className={styles.candidates}>
          {shown.map((candidate, index) => (
            <CandidateCard
              key={`${candidate.host}${candidate.provider?.id ?? ''}`}
              candidate={candidate}
              domain={domain ?? ''}
              directory={directory}
              isBest={index === 0}
              onTake={() => take(candidate)}
            />
          ))}
        </ol>
      )}
      {isCurrent && report?.finished === true && (
        <>
          {read.kind === 'address' && (
            <AskWithAddress report={report} onAgree={() => start({ domain, address: `${read.local}@${domain}` })} />
          )}
          <WaysTried report={report} />
          <p>
            {nothing ? 'Ask whoever gave you the address for the name of the outgoing server. ' : 'None of these? '}
            <button type="button" onClick={onOwnServer}>
              Type the server’s name
            </button>
          </p>
        </>
      )}
    </div>
  );
}
