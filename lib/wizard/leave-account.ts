/** Leaving the account step before it is finished: what was typed waits for the person to come back. */
import { accountFormSchema, accountOf, type AccountFormInput } from './account-form';
import { answerAccount, changePassword, type Account, type Draft } from './draft';

/**
 * Draft, form as typed, password → the draft with what was typed. A form that is finished counts as answered; of one that
 * is not, what stands in it is suggested next time, unless an earlier answer is there to go back to.
 */
export function leaveAccount(
  draft: Draft,
  typed: AccountFormInput,
  password: string,
  played: Account['ports'] = [],
): Draft {
  const finished = accountFormSchema.safeParse(typed);
  if (finished.success) {
    const account = accountOf(finished.data, played);
    return answerAccount(draft, account, account.login ? password : '');
  }
  if (draft.account !== undefined) return draft;
  const { variant, host, username, fromAddress, fromName } = typed;
  const suggestion = { ...draft.suggestion, variant, host, username, address: fromAddress, name: fromName };
  return changePassword({ ...draft, suggestion }, password);
}
