'use client';
import Link from 'next/link';
import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { ArrivalCheck } from '@/components/arrival/arrival-check';
import { ErrorSummary } from '@/components/form/error-summary';
import { PasswordField } from '@/components/form/password-field';
import { TextField } from '@/components/form/text-field';
import { useDraft } from '@/components/wizard/draft-context';
import { claim } from '@/lib/wizard/finished-settings';
import { knownServerOf } from '@/lib/wizard/known-server';
import { serverChoice } from '@/lib/wizard/server-choices';
import { stepPath } from '@/lib/wizard/steps';
import { AcceptedMessage } from './accepted-message';
import { DeliveryFailure } from './delivery-failure';
import { DeliveryProgress } from './delivery-progress';
import { useDelivery } from './use-delivery';

/** The recipient, the password where it is still missing or was refused, what happens, and what came of it. */
export function DeliveryForm() {
  const { draft, delivery } = useDraft();
  const router = useRouter();
  const [isAnew, setAnew] = useState(false);
  const { to, setTo, password, setPassword, passwordRule, problems, attempt, submit, isSending, trouble } = useDelivery(
    () => setAnew(false),
  );
  const { account, proven } = draft;
  const isAccepted = claim(draft) === 'works' && !isAnew;
  const outcome = delivery?.outcome;
  const wasRefused = outcome?.status === 'failed' && outcome.failure.stage === 'auth' && !isSending;
  const asksPassword = account?.login === true && (draft.password === '' || wasRefused) && !isSending && !isAccepted;
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
  return (
    <>
      <p role="status" className="visually-hidden">
        {isSending ? 'Sending…' : isAccepted ? 'The mail server accepted the message.' : ''}
      </p>
      {isAccepted && proven !== undefined && (
        <div className="question">
          <AcceptedMessage
            proven={proven}
            provider={knownServerOf(draft).provider}
            inbox={serverChoice(draft.provider).asks === 'practice' ? '/practice/inbox' : undefined}
          />
          <ArrivalCheck proven={proven} provider={knownServerOf(draft).provider} />
        </div>
      )}
      <form className="question" method="post" noValidate onSubmit={submit}>
        <ErrorSummary problems={problems} attempt={attempt} />
        {isAccepted ? (
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
        {delivery !== undefined && !isSending && !isAccepted && (
          <DeliveryFailure delivery={delivery} to={to}>
            {wasRefused && passwordField}
          </DeliveryFailure>
        )}
        {delivery !== undefined && <DeliveryProgress report={delivery} isSending={isSending} />}
        <div className="actions">
          <button type="button" onClick={() => router.push(stepPath('ports'))}>
            Back
          </button>
          {isAccepted ? (
            <button type="button" className="button-primary" onClick={() => router.push(stepPath('settings'))}>
              Continue to the settings
            </button>
          ) : (
            <button className="button-primary" type="submit" aria-disabled={isSending}>
              {outcome === undefined || outcome.status === 'not-tested' ? 'Send test email' : 'Try again'}
            </button>
          )}
        </div>
      </form>
      {!isAccepted && (
        <p>
          <Link href={stepPath('settings')}>Go on without a test</Link>
        </p>
      )}
    </>
  );
}
