'use client';
import { useEffect, useState } from 'react';
import { useDraft } from '@/components/wizard/draft-context';
import { SelfTestExplained } from './self-test-explained';
import styles from './self-test-return.module.css';

const mark = '#self-test=';

/** A result that a self test's page brings back behind the address, in whichever tab it opens; taken out of the address at once. */
export function SelfTestReturn() {
  const { draft, ready } = useDraft();
  const [brought, setBrought] = useState<{ readonly text: string; readonly now: number }>();
  useEffect(() => {
    const take = () => {
      const { hash, pathname, search } = location;
      if (!hash.startsWith(mark)) return;
      history.replaceState(history.state, '', `${pathname}${search}`);
      setBrought({ text: hash.slice(mark.length), now: Math.floor(Date.now() / 1000) });
    };
    take();
    addEventListener('hashchange', take);
    return () => removeEventListener('hashchange', take);
  }, []);
  if (brought === undefined || !ready) return null;
  return (
    <aside aria-label="Result of the self test" className={styles.brought}>
      <h2>What happened on your web server</h2>
      <SelfTestExplained {...brought} />
      {draft.account === undefined && <p className="hint">Your settings are in the tab in which you made the test.</p>}
    </aside>
  );
}
