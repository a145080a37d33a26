import type { Draft } from './draft';
import type { Login } from './login-record';

/** The draft and the password as it would be sent → whose login a press on Send tries; no user name without a login. */
export function loginTried(draft: Draft, password: string): Login {
  const { account } = draft;
  const host = account?.host ?? '';
  if (account?.login !== true) return { host, username: '', isSecret: false };
  const isToken = account.usernameIsPassword === true;
  const username = isToken ? password : account.username;
  return { host, username, isSecret: isToken || username === password };
}
