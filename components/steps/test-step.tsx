'use client';
import Link from 'next/link';
import { useRouter } from 'next/navigation';
import { useEffect, useState, type SyntheticEvent } from 'react';
import * as z from 'zod/mini';
import { DeliveryFailure } from '@/components/delivery/delivery-failure';
import { useTestMessage } from '@/components/delivery/use-test-message';
import { ErrorSummary, PasswordField, TextField } from '@/components/form/field';
import { Conversation } from '@/components/probe/conversation';
import { useDraft } from '@/components/wizard/draft-context';
import { StepFrame } from '@/components/wizard/step-frame';
import { stageName } from '@/lib/probe/row-status';
import { findProvider } from '@/lib/providers/catalog';
import { recipientSchema } from '@/lib/settings/message-request';
import { changePassword } from '@/lib/wizard/draft';
import { withoutGroupingSpaces } from '@/lib/wizard/password-shape';

/** Question 4: one real message on the chosen endpoint, explained when it fails. */
export function TestStep() {
  const { draft, setDraft, ready } = useDraft();
  const router = useRouter();
  const { report, sending, trouble, send } = useTestMessage();
  const [to, setTo] = useState('');
  const [password, setPassword] = useState('');
  const [problems, setProblems] = useState<readonly { id: string; message: string }[]>([]);
  const { account, chosen } = draft;
  useEffect(() => {
    if (!ready) return;
    setTo((typed) => (typed === '' ? (account?.from.address ?? '') : typed));
    setPassword(draft.password);
  }, [ready, account?.from.address, draft.password]);
  const provider = findProvider(draft.provider);
  const rule = provider?.password;
  const outcome = report?.outcome;
  const failedLogin = outcome?.status === 'failed' && outcome.failure.stage === 'auth';
  const asksPassword = account?.login === true && (draft.password === '' || failedLogin);
  const submit = (event: SyntheticEvent) => {
    event.preventDefault();
    if (account === undefined || chosen === undefined || sending) return;
    const recipient = z.safeParse(recipientSchema, to);
    const secret = rule?.ignoresSpaces === true ? withoutGroupingSpaces(password) : password;
    const found = [
      ...(recipient.success ? [] : [{ id: 'recipient', message: recipient.error.issues[0]?.message ?? '' }]),
      ...(account.login && secret === '' ? [{ id: 'password', message: 'Enter the password or app password' }] : []),
    ];
    setProblems(found);
    if (found.length > 0 || !recipient.success) return;
    const endpoint = { host: account.host, ...chosen };
    const login = account.login ? { username: account.username, password: secret } : {};
    setDraft((before) => changePassword(before, secret));
    send({ endpoint, ...login, from: account.from, to: recipient.data }, (settled) => {
      const { outcome: result } = settled;
      if (result === undefined) return;
      const proven = {
        endpoint,
        username: account.login ? account.username : '',
        from: account.from,
        to: recipient.data,
        when: new Date().toISOString(),
        outcome: result,
      };
      setDraft((before) => ({ ...before, proven }));
    });
  };
  const problemAt = (id: string) => problems.find((problem) => problem.id === id)?.message;
  const accepted = outcome?.status === 'accepted';
  const passwordField = asksPassword && (
    <PasswordField
      id="password"
      label={rule?.label ?? 'Password'}
      value={password}
      onValue={setPassword}
      error={problemAt('password')}
      hint="Sent once, to your mail server, to log in for this email. Not stored."
    />
  );
  return (
    <StepFrame
      step="test"
      heading={accepted ? 'The mail server accepted the message' : 'Send a test email'}
      lede={
        <>
          One real message through <code>{account?.host}</code>, port {chosen?.port}.
        </>
      }
      {...(problems.length > 0
        ? { documentTitle: 'Error: Send a test email' }
        : accepted
          ? { documentTitle: 'Accepted – Send a test email' }
          : {})}
    >
      <ErrorSummary problems={problems} />
      <p role="status" className="visually-hidden">
        {sending ? 'Sending…' : accepted ? 'The mail server accepted the message.' : ''}
      </p>
      <form className="question" method="post" noValidate onSubmit={submit}>
        <TextField
          id="recipient"
          label="Send it to"
          hint="An inbox you can open."
          inputMode="email"
          autoComplete="email"
          value={to}
          onChange={(event) => setTo(event.target.value)}
          error={problemAt('recipient')}
        />
        {!failedLogin && passwordField}
        {trouble !== undefined && <p className="notice warning">{trouble}</p>}
        {report !== undefined &&
          account !== undefined &&
          chosen !== undefined &&
          (outcome?.status === 'failed' || outcome?.status === 'outcome-unknown') && (
            <DeliveryFailure outcome={outcome} draft={draft} to={to} transcript={report.transcript}>
              {failedLogin && passwordField}
            </DeliveryFailure>
          )}
        {outcome?.status === 'not-tested' && <p className="notice">The message was not sent.</p>}
        {accepted && (
          <div className="notice ok">
            <p>Check that it arrived, and look in spam. Accepted is not yet arrived.</p>
            <pre tabIndex={0} role="region" aria-label="The server’s reply">
              {outcome.reply.text.map((line) => `${outcome.reply.code} ${line}`).join('\n')}
            </pre>
            {outcome.queueId !== undefined && (
              <p>
                Queue id <code>{outcome.queueId}</code>: the name under which the server’s log knows it.
              </p>
            )}
            {draft.provider === 'practice' && (
              <p>
                <Link href="/practice/inbox">Open the practice inbox</Link>
              </p>
            )}
          </div>
        )}
        {report !== undefined && (
          <>
            <ol aria-label="Stages" aria-busy={sending}>
              {report.stages.map(({ stage, secured, tookMs }) => (
                <li key={`${stage}${String(secured)}`}>
                  {stageName(stage, secured)}:{' '}
                  {tookMs === undefined ? (sending ? '…' : 'did not pass') : `${tookMs} ms`}
                </li>
              ))}
            </ol>
            <Conversation lines={report.transcript} />
          </>
        )}
        <div className="actions">
          <button type="button" onClick={() => router.push('/setup/ports')}>
            Back
          </button>
          {accepted ? (
            <button type="button" className="button-primary" onClick={() => router.push('/setup/settings')}>
              Continue to the settings
            </button>
          ) : (
            <button className="button-primary" type="submit" aria-disabled={sending}>
              {outcome === undefined || outcome.status === 'not-tested' ? 'Send test email' : 'Try again'}
            </button>
          )}
        </div>
      </form>
      {!accepted && (
        <p>
          <Link href="/setup/settings">Go on without a test</Link>
        </p>
      )}
    </StepFrame>
  );
}
