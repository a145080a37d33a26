'use client';
import Link from 'next/link';
import { useEffect, useState } from 'react';
import { fragmentName } from '@/lib/vantage/check-token';
import { stepPath } from '@/lib/wizard/steps';
import { leaveResult } from './check-storage';

type State = 'reading' | 'left' | 'empty' | 'not-kept';

const words: Readonly<Record<State, string>> = {
  reading: 'Reading the result…',
  left: 'The result is with the tab of Outport that made the check file. You can close this one, or go on here.',
  empty: 'There is no result in this address. Open the link that the check file showed.',
  'not-kept':
    'This browser keeps nothing between tabs. Copy the result from the check file’s page, and paste it where you made the file.',
};

/** Where a check's result comes back to: it is handed to the tab that waits, and taken out of the address. */
export function CheckReturn() {
  const [state, setState] = useState<State>('reading');
  useEffect(() => {
    const { hash, pathname } = location;
    history.replaceState(null, '', pathname);
    const next: State = !hash.includes(`${fragmentName}=`) ? 'empty' : leaveResult(hash) ? 'left' : 'not-kept';
    // What the address held is known only now that the page is here.
    const timer = setTimeout(() => setState(next), 0);
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
