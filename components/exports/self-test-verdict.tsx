'use client';
import { useState } from 'react';
import { FindingCard } from '@/components/findings/finding-card';
import { useDraft } from '@/components/wizard/draft-context';
import { useKnownServer } from '@/components/wizard/use-known-server';
import { diagnose, diagnoseUnknown } from '@/lib/diagnosis/diagnose';
import type { Finding } from '@/lib/diagnosis/finding';
import { selfTestOutcome, selfTestSecurity, selfTestTranscript } from '@/lib/wizard/self-test-outcome';
import { readSelfTestResult, refusalSentences, type SelfTestResult } from '@/lib/wizard/self-test-result';
import { issuedRuns } from './issued-runs';

export type SelfTestVerdictProps = { readonly text: string };

/** What was changed, and by whom, before anything was sent. */
function Overridden({ result: { used, changed, others } }: { readonly result: SelfTestResult }) {
  if (used === null || changed.length === 0) return null;
  return (
    <div className="notice warning">
      <p>
        Other code on your site changed these settings before they were used: {changed.join(', ')}.
        {others.length > 0 && <> After this file came: {others.join(', ')}.</>}
      </p>
      <p>
        Used were <code>{used.host}</code>, port {used.port}, encryption “{used.secure || 'none'}”, sender{' '}
        <code>{used.from}</code>. Deactivate what changed them, or put the settings into it.
      </p>
    </div>
  );
}

function NotAsked({ result: { others } }: { readonly result: SelfTestResult }) {
  return (
    <div className="notice warning">
      <p>
        Something else sends the mail of your site, so these settings were not used.
        {others.length > 0 && <> It may be {others.join(', ')}.</>} Deactivate it, or put the settings into it.
      </p>
    </div>
  );
}

/** The finding of a failure; its one-press correction only where it is about the server in this tab. */
function Explained({ result }: { readonly result: SelfTestResult }) {
  const { draft, directory } = useDraft();
  const known = useKnownServer();
  const { used } = result;
  const outcome = selfTestOutcome(result);
  if (used === null || !('failure' in outcome)) return null;
  const isOurs = draft.account?.host === used.host;
  const evidence = {
    failure: outcome.failure,
    host: used.host,
    port: used.port,
    security: selfTestSecurity(result),
    from: used.from,
    transcript: selfTestTranscript(result),
    directory,
    vantage: 'web-server' as const,
    ...(isOurs ? known : {}),
    ...(isOurs && draft.account.login ? { username: draft.account.username } : {}),
  };
  const { correction, ...finding }: Finding =
    outcome.status === 'outcome-unknown' ? diagnoseUnknown(evidence) : diagnose(evidence);
  return <FindingCard finding={isOurs && correction !== undefined ? { ...finding, correction } : finding} />;
}

/** The text of a self test's result → what happened on the web server, or why the text is not taken. Keyed by the text, which it reads once. */
export function SelfTestVerdict({ text }: SelfTestVerdictProps) {
  const [read] = useState(() => readSelfTestResult(text, issuedRuns(), Math.floor(Date.now() / 1000)));
  if (read.status === 'refused')
    return (
      <p className="notice failure" role="alert">
        {refusalSentences[read.refusal]}
      </p>
    );
  const { result } = read;
  const outcome = selfTestOutcome(result);
  return (
    <>
      <Overridden result={result} />
      {outcome.status === 'not-asked' && <NotAsked result={result} />}
      {outcome.status === 'accepted' && (
        <div className="notice ok">
          <p>
            <strong>Accepted</strong> by <code>{result.used?.host}</code>, sent by WordPress on your web server. Check
            that it arrived, and look in spam: accepted is not yet arrived.
          </p>
          <pre tabIndex={0} role="region" aria-label="The server’s reply to WordPress">
            {outcome.reply.text.map((line) => `${outcome.reply.code} ${line}`).join('\n')}
          </pre>
        </div>
      )}
      <Explained result={result} />
    </>
  );
}
