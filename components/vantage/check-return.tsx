'use client';
import Link from 'next/link';
import { useEffect, useState } from 'react';
import { fragmentName } from '@/lib/vantage/check-token';
import { stepPath } from '@/lib/wizard/steps';
import { leaveResult } from './check-storage';

type State = 'reading' | 'left' | 'empty' | 'not-kept';

const words: Readonly<Record<State, string>> = {
  reading: 'Reading the result…',
  left: 'The result is left for the tab of Outport that made the check file: look there. Or go on here.',
  empty: 'There is no result in this address. Open the link that the check file showed.',
  'not-kept':
    'This browser keeps nothing between tabs. Copy the result from the check file’s page, and paste it where you made the file.',
};

function handOver(hash: string): State {
  if (!hash.includes(`${fragmentName}=`)) return 'empty';
  return leaveResult(hash) ? 'left' : 'not-kept';
}

/** Where a check's result comes back to: it is handed to the tab that waits, and taken out of the address. */
export function CheckReturn() {
  const [state, setState] = useState<State>('reading');
  useEffect(() => {
    // Not at once: a development server runs every effect twice, and the second would find the address empty.
    const timer = setTimeout(() => {
      setState(handOver(location.hash));
      history.replaceState(null, '', location.pathname);
    }, 0);
    return () => clearTimeout(timer);
  }, []);
  return (
    <main id="main">
      <h1>The check from your web server</h1>
      <p role="status">{words[state]}</p>
      <p>
        <Link href={stepPath('ports')}>Go to the ports</Link>
      </p>
    </main>
  );
}
