'use client';
import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { useDraft } from '@/components/wizard/draft-context';
import type { Correction } from '@/lib/diagnosis/finding';
import type { Directory } from '@/lib/providers/directory';
import {
  correctHost,
  correctSecurity,
  correctSender,
  correctUsername,
  correctVariant,
} from '@/lib/wizard/correct-account';
import { choosePort, type Draft } from '@/lib/wizard/draft';
import { stepPath, type StepId } from '@/lib/wizard/steps';
import { securityNames } from '@/components/probe/security-names';
import { leadsTo } from './leads-to';

type Of<K extends Correction['kind']> = Extract<Correction, { kind: K }>;
type Offer<K extends Correction['kind']> = {
  readonly label: (correction: Of<K>) => string;
  readonly change: (correction: Of<K>, directory: Directory) => (draft: Draft) => Draft;
  /** Where the change is tried. */
  readonly step: StepId;
};

const offers: { readonly [K in Correction['kind']]: Offer<K> } = {
  'use-security': {
    label: ({ port, security }) => `Try port ${port} with ${securityNames[security]}`,
    change: ({ port, security }) => correctSecurity(port, security),
    step: 'ports',
  },
  'use-port': {
    label: ({ port }) => `Use port ${port} instead`,
    change:
      ({ port, security }) =>
      (draft) =>
        choosePort(draft, { port, security }, true),
    step: 'test',
  },
  'use-host': {
    label: ({ host }) => `Use ${host} instead`,
    change: ({ host }) => correctHost(host),
    step: 'ports',
  },
  'use-variant': {
    label: ({ variant }) => `Try the other host (${variant})`,
    change: ({ variant }, directory) => correctVariant(directory, variant),
    step: 'ports',
  },
  'use-username': {
    label: ({ username }) => `Log in as ${username}`,
    change: ({ username }) => correctUsername(username),
    step: 'test',
  },
  'use-sender': {
    label: ({ address }) => `Send as ${address}`,
    change: ({ address }) => correctSender(address),
    step: 'test',
  },
};

function offerFor<K extends Correction['kind']>(
  correction: Of<K>,
  directory: Directory,
): { label: string; change: (draft: Draft) => Draft; step: StepId } {
  const offer = offers[correction.kind];
  return { label: offer.label(correction), change: offer.change(correction, directory), step: offer.step };
}

/** A finding's correction as one press. A name that a certificate brought up is taken only if it leads to the same server. */
export function CorrectionButton({ correction }: { readonly correction: Correction }) {
  const { setDraft, directory } = useDraft();
  const router = useRouter();
  const [refusal, setRefusal] = useState<string>();
  const { label, change, step } = offerFor(correction, directory);
  const apply = async () => {
    if (correction.kind === 'use-host' && correction.sameAddressAs !== undefined) {
      if (!(await leadsTo(correction.host, correction.sameAddressAs))) {
        setRefusal(`${correction.host} does not lead to the server that was tried, so it was not taken over.`);
        return;
      }
    }
    setDraft(change);
    router.push(stepPath(step));
  };
  return (
    <>
      <p>
        <button type="button" onClick={() => void apply()}>
          {label}
        </button>
      </p>
      <p role="status">{refusal}</p>
    </>
  );
}
