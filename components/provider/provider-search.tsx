import { lazy, Suspense } from 'react';
import { TextField } from '@/components/form/text-field';
import type { Suggestion } from '@/lib/wizard/draft';
import type { SearchMeaning } from '@/lib/wizard/search-meaning';
import type { ServerChoice } from '@/lib/wizard/server-choices';

const DiscoveryPanel = lazy(() =>
  import('@/components/discovery/discovery-panel').then((file) => ({ default: file.DiscoveryPanel })),
);

type Props = {
  readonly search: string;
  readonly onSearch: (search: string) => void;
  readonly meaning: SearchMeaning;
  /** The choices that fit. */
  readonly found: readonly ServerChoice[];
  readonly onChoose: (choice: ServerChoice) => void;
  /** Goes on to a server of one's own, with what of it is known. */
  readonly onOwnServer: (suggestion: Suggestion) => void;
};

/** Finds a provider by name, former name or host, or from an email address. Enter takes the first that fits. */
export function ProviderSearch({ search, onSearch, meaning, found, onChoose, onOwnServer }: Props) {
  const [best] = found;
  const typed = search.trim();
  const words =
    meaning !== 'name'
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
          if (event.key !== 'Enter' || meaning === 'nothing') return;
          event.preventDefault();
          if (meaning === 'name' && best !== undefined) onChoose(best);
          if (meaning === 'address') document.getElementById('find-server')?.click();
        }}
      />
      <p role="status" className="hint">
        {words}
      </p>
      {meaning === 'address' && (
        <Suspense fallback={<p className="hint">One moment…</p>}>
          <DiscoveryPanel
            typed={typed}
            onType={onSearch}
            onOwnServer={() => onOwnServer(typed.includes('@') ? { address: typed } : { host: typed })}
          />
        </Suspense>
      )}
      {meaning === 'name' && found.length === 0 && (
        <p>
          <button type="button" onClick={() => onOwnServer({})}>
            Use another server by its host name
          </button>
        </p>
      )}
    </>
  );
}
