'use client';
import { useDraft } from '@/components/wizard/draft-context';
import styles from './self-test-brought.module.css';
import { SelfTestVerdict, type SelfTestVerdictProps } from './self-test-verdict';

/** The result that was brought back, above the step that its tab stands at. */
export function SelfTestBrought(props: SelfTestVerdictProps) {
  const { draft, ready } = useDraft();
  if (!ready) return null;
  return (
    <aside aria-label="Result of the self test" className={styles.brought}>
      <h2>What happened on your web server</h2>
      <SelfTestVerdict key={props.text} {...props} />
      {draft.account === undefined && <p className="hint">Your settings are in the tab in which you made the test.</p>}
    </aside>
  );
}
