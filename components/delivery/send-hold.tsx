import { clockTime, roughly } from '@/lib/wizard/hold-words';
import type { Login } from '@/lib/wizard/login-record';

type Props = {
  readonly id: string;
  readonly login: Login;
  readonly held: { readonly until: number; readonly now: number };
  readonly onAnyway: () => void;
};

/** Why Send is held back and until when, and the way past it for somebody who knows better. */
export function SendHold({ id, login: { host, username, isSecret }, held: { until, now }, onAnyway }: Props) {
  const account = username === '' ? '' : `, and can lock the account${isSecret ? '' : ` ${username}`}`;
  return (
    <section className="notice warning" aria-label="Wait before the next try">
      <p id={id}>
        <strong>
          You can send again at {clockTime(until, now)} (in {roughly(until, now)}).
        </strong>{' '}
        {host} put off the last try. One before then usually makes the wait longer{account}.
      </p>
      <p id={`${id}-risk`}>If you know that the wait is over, you can go on now, at that risk.</p>
      <button type="button" aria-describedby={`${id}-risk`} onClick={onAnyway}>
        Send now anyway
      </button>
    </section>
  );
}
