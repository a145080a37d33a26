import type { Provider } from '@/lib/providers/provider';

type Props = { readonly provider: Provider; readonly onAccept: () => void };

/** A typed host that belongs to a known provider: its knowledge applies either way, its own questions are one press away. */
export function KnownServerOffer({ provider, onAccept }: Props) {
  return (
    <div className="notice">
      <p>
        This is a server of <strong>{provider.name}</strong>. What Outport knows about it is used already.
      </p>
      <button type="button" onClick={onAccept}>
        Ask {provider.shortName}’s own questions instead
      </button>
    </div>
  );
}
