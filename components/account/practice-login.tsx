import type { PracticeState } from '@/components/wizard/practice';

type Props = { readonly practice: PracticeState; readonly onFill: () => void };

/** The practice server's login, with one press that fills it in. */
export function PracticeLogin({ practice, onFill }: Props) {
  if (practice.status === 'asking') return <p className="notice">Asking the practice server for its login…</p>;
  if (practice.status === 'absent')
    return (
      <p className="notice warning">
        The practice server does not run here. Start Outport again, or go back and choose another server.
      </p>
    );
  const { username, password } = practice.server;
  return (
    <div className="notice">
      <p>
        A real mail server on this computer, with an inbox of its own. User name <code>{username}</code>, password{' '}
        <code>{password}</code>.
      </p>
      <button type="button" onClick={onFill}>
        Fill in the practice login
      </button>
    </div>
  );
}
