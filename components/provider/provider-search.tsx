import { TextField } from '@/components/form/text-field';
import type { ServerChoice } from '@/lib/wizard/server-choices';

type Props = {
  readonly search: string;
  readonly onSearch: (search: string) => void;
  /** The choices that fit; undefined while nothing is searched. */
  readonly found: readonly ServerChoice[] | undefined;
  readonly onChoose: (choice: ServerChoice) => void;
  readonly onOwnServer: () => void;
};

/** Finds a provider by name, former name or host. Enter takes the first that fits. */
export function ProviderSearch({ search, onSearch, found, onChoose, onOwnServer }: Props) {
  const [best] = found ?? [];
  const words =
    found === undefined
      ? ''
      : found.length === 0
        ? 'No provider of that name.'
        : `${found.length} ${found.length === 1 ? 'provider fits' : 'providers fit'}.`;
  return (
    <>
      <TextField
        id="provider-search"
        label="Find your provider"
        hint="By its name, a former name, or its server’s name."
        type="search"
        autoComplete="off"
        value={search}
        onChange={(event) => onSearch(event.target.value)}
        onKeyDown={(event) => {
          if (event.key !== 'Enter' || found === undefined) return;
          event.preventDefault();
          if (best !== undefined) onChoose(best);
        }}
      />
      <p role="status" className="hint">
        {words}
      </p>
      {found?.length === 0 && (
        <p>
          <button type="button" onClick={onOwnServer}>
            Use another server by its host name
          </button>
        </p>
      )}
    </>
  );
}
