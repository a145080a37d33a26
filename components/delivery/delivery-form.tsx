'use client';
import Link from 'next/link';
import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { ArrivalCheck } from '@/components/arrival/arrival-check';
import { ErrorSummary } from '@/components/form/error-summary';
import { PasswordField } from '@/components/form/password-field';
import { TextField } from '@/components/form/text-field';
import { useDraft } from '@/components/wizard/draft-context';
import { useKnownServer } from '@/components/wizard/use-known-server';
import { claim } from '@/lib/wizard/finished-settings';
import { serverChoice } from '@/lib/wizard/server-choices';
import { stepPath } from '@/lib/wizard/steps';
import { AcceptedMessage } from './accepted-message';
import { DeliveryFailure } from './delivery-failure';
import { DeliveryProgress } from './delivery-progress';
import { RefusalsNotice } from './refusals-notice';
import { SendHold } from './send-hold';
import { UnknownMessage } from './unknown-message';
import { useDelivery } from './use-delivery';
import { useLoginWait } from './use-login-wait';
import { waitAnnouncement } from './wait-announcement';

/** The recipient, the password where it is still missing or was refused, what happens, and what came of it. */
export function DeliveryForm() {
  const { draft, delivery, directory } = useDraft();
  const { provider } = useKnownServer();
  const router = useRouter();
  const [isAnew, setAnew] = useState(false);
  const {
    to,
    setTo,
    password,
    setPassword,
    passwordRule,
    problems,
    attempt,
    login,
    submit,
    sendAnyway,
    isSending,
    trouble,
  } = useDelivery(() => setAnew(false));
  const wait = useLoginWait(login);
  const { account, proven } = draft;
  const isThrough = claim(draft) === 'works' && !isAnew;
  const isUnknown = proven?.outcome.status === 'outcome-unknown' && !isThrough && !isAnew && !isSending;
  const isHeld = wait.held !== undefined && !isSending && !isThrough;
  const isFeared = wait.refusals !== undefined && !isSending && !isThrough;
  const outcome = delivery?.outcome;
  const wasRefused = outcome?.status === 'failed' && outcome.failure.stage === 'auth' && !isSending;
  const asksPassword = account?.login === true && (draft.password === '' || wasRefused) && !isSending && !isThrough;
  const problemAt = (id: string) => problems.find((problem) => problem.id === id)?.message;
  const passwordField = asksPassword && (
    <PasswordField
      id="password"
      label={passwordRule?.label ?? 'Password'}
      value={password}
      onValue={setPassword}
      error={problemAt('password')}
      hint="Sent once, to your mail server, to log in for this email. Not stored."
    />
  );
  const through =
    proven?.outcome.status === 'accepted' ? 'The mail server accepted the message.' : 'The message came through.';
  return (
    <>
      <p role="status" className="visually-hidden">
        {isSending ? 'Sending…' : isThrough ? through : waitAnnouncement(wait)}
      </p>
      {(isThrough || isUnknown) && proven !== undefined && (
        <div className="question">
          {isUnknown ? (
            <UnknownMessage proven={proven} delivery={delivery} />
          ) : (
            <AcceptedMessage
              proven={proven}
              provider={provider}
              inbox={serverChoice(directory, draft.provider).asks === 'practice' ? '/practice/inbox' : undefined}
            />
          )}
          <ArrivalCheck proven={proven} provider={provider} />
        </div>
      )}
      <form className="question" method="post" noValidate onSubmit={submit}>
        <ErrorSummary problems={problems} attempt={attempt} />
        {isThrough ? (
          <button type="button" onClick={() => setAnew(true)}>
            Send another one
          </button>
        ) : (
          <>
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
            {!wasRefused && passwordField}
          </>
        )}
        {trouble !== undefined && <p className="notice warning">{trouble}</p>}
        {delivery !== undefined && !isSending && !isThrough && !isUnknown && (
          <DeliveryFailure delivery={delivery} to={to}>
            {wasRefused && passwordField}
          </DeliveryFailure>
        )}
        {delivery !== undefined && <DeliveryProgress report={delivery} isSending={isSending} />}
        {isHeld && <SendHold id="send-hold" login={login} held={wait.held} onAnyway={sendAnyway} />}
        {isFeared && <RefusalsNotice id="refusals" count={wait.refusals} />}
        <div className="actions">
          <button type="button" onClick={() => router.push(stepPath('ports'))}>
            Back
          </button>
          {isThrough ? (
            <button type="button" className="button-primary" onClick={() => router.push(stepPath('settings'))}>
              Continue to the settings
            </button>
          ) : (
            <button
              className="button-primary"
              type="submit"
              aria-disabled={isSending || isHeld}
              aria-describedby={[isHeld ? 'send-hold' : '', isFeared ? 'refusals' : ''].join(' ').trim() || undefined}
            >
              {!isUnknown && (outcome === undefined || outcome.status === 'not-tested')
                ? 'Send test email'
                : 'Try again'}
            </button>
          )}
        </div>
      </form>
      {!isThrough && (
        <p>
          <Link href={stepPath('settings')}>Go on without a test</Link>
        </p>
      )}
    </>
  );
}
