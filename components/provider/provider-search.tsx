import { lazy, Suspense } from 'react';
import { TextField } from '@/components/form/text-field';
import type { Suggestion } from '@/lib/wizard/draft';
import type { ServerChoice } from '@/lib/wizard/server-choices';

const DiscoveryPanel = lazy(() =>
  import('@/components/discovery/discovery-panel').then((file) => ({ default: file.DiscoveryPanel })),
);

type Props = {
  readonly search: string;
  readonly onSearch: (search: string) => void;
  /** The choices that fit; undefined while nothing is searched. */
  readonly found: readonly ServerChoice[] | undefined;
  readonly onChoose: (choice: ServerChoice) => void;
  /** Goes on to a server of one's own, with what of it is known. */
  readonly onOwnServer: (suggestion: Suggestion) => void;
};

/** An address, or a domain that is no provider's: its servers can be looked for. */
function leadsToDiscovery(text: string, found: readonly ServerChoice[] | undefined): boolean {
  return text.includes('@') || (found?.length === 0 && /^\S+\.[^\s.]{2,}$/.test(text.trim()));
}

/** Finds a provider by name, former name or host, or from an email address. Enter takes the first that fits. */
export function ProviderSearch({ search, onSearch, found, onChoose, onOwnServer }: Props) {
  const [best] = found ?? [];
  const isAddress = leadsToDiscovery(search, found);
  const typed = search.trim();
  const words =
    found === undefined || isAddress
      ? ''
      : found.length === 0
        ? 'No provider of that name.'
        : `${found.length} ${found.length === 1 ? 'provider fits' : 'providers fit'}.`;
  return (
    <>
      <TextField
        id="provider-search"
        label="Find your provider"
        hint="Its name, its server’s name, or your email address."
        type="search"
        autoComplete="off"
        value={search}
        onChange={(event) => onSearch(event.target.value)}
        onKeyDown={(event) => {
          if (event.key !== 'Enter' || found === undefined) return;
          event.preventDefault();
          if (best !== undefined && !isAddress) onChoose(best);
          if (isAddress) document.getElementById('find-server')?.click();
        }}
      />
      <p role="status" className="hint">
        {words}
      </p>
      {isAddress && (
        <Suspense fallback={<p className="hint">One moment…</p>}>
          <DiscoveryPanel
            typed={typed}
            onType={onSearch}
            onOwnServer={() => onOwnServer(typed.includes('@') ? { address: typed } : { host: typed })}
          />
        </Suspense>
      )}
      {!isAddress && found?.length === 0 && (
        <p>
          <button type="button" onClick={() => onOwnServer({})}>
            Use another server by its host name
          </button>
        </p>
      )}
    </>
  );
}
