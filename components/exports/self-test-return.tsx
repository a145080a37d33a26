'use client';
import { lazy, Suspense, useEffect, useState } from 'react';

const SelfTestBrought = lazy(async () => {
  const loaded = await import('./self-test-brought');
  return { default: loaded.SelfTestBrought };
});

const mark = '#self-test=';

/** A result that a self test's page brings back behind the address, in whichever tab it opens; taken out of the address at once. */
export function SelfTestReturn() {
  const [text, setText] = useState('');
  useEffect(() => {
    const take = () => {
      const { hash, pathname, search } = location;
      if (!hash.startsWith(mark)) return;
      history.replaceState(history.state, '', pathname + search);
      setText(hash.slice(mark.length) || ' ');
    };
    take();
    addEventListener('hashchange', take);
    return () => removeEventListener('hashchange', take);
  }, []);
  return text === '' ? null : (
    <Suspense>
      <SelfTestBrought text={text} />
    </Suspense>
  );
}
