import { SourceLink } from '@/components/ui/source-link';
import { toldFirst } from '@/lib/providers/fact';
import type { Provider } from '@/lib/providers/provider';

/** What the best password would not help against, said before one is asked for. */
export function ToldFirst({ provider }: { readonly provider: Provider }) {
  const told = provider.quirks.filter(({ kind }) => toldFirst.includes(kind));
  if (told.length === 0) return null;
  return (
    <div className="notice warning">
      {told.map(({ text, source }) => (
        <p key={text}>
          {text} {source !== undefined && <SourceLink href={source} />}
        </p>
      ))}
    </div>
  );
}
