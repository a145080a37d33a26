/** One answer of the account step changed by one press: what it invalidates is dropped as if it had been typed. */
import type { Directory } from '@/lib/providers/directory';
import type { Security } from '@/lib/smtp/endpoint';
import { answerAccount, type Account, type Draft } from './draft';

type Change = (draft: Draft) => Draft;

function changeAccount(change: (account: Account, draft: Draft) => Account): Change {
  return (draft) =>
    draft.account === undefined ? draft : answerAccount(draft, change(draft.account, draft), draft.password);
}

/** Another host name, with everything else as it was. */
export function correctHost(host: string): Change {
  return changeAccount((account) => ({ ...account, host }));
}

/** Another start of encryption on one port; the port is named if it was not. */
export function correctSecurity(port: number, security: Security): Change {
  return changeAccount((account) => {
    const named = account.ports.find((entry) => entry.port === port);
    const others = account.ports.filter((entry) => entry.port !== port);
    return { ...account, ports: [...others, { ...named, port, security }] };
  });
}

/** Another host of the same provider: its other region, or its other kind of account. */
export function correctVariant(directory: Directory, variant: string): Change {
  return changeAccount((account, { provider }) => {
    const hosts = directory.find(({ id }) => id === provider)?.hosts;
    const host = hosts?.find((entry) => entry.variant === variant)?.host ?? '';
    return host === '' ? account : { ...account, variant, host };
  });
}

export function correctUsername(username: string): Change {
  return changeAccount((account) => ({ ...account, login: true, username }));
}

export function correctSender(address: string): Change {
  return changeAccount((account) => ({ ...account, from: { ...account.from, address } }));
}
