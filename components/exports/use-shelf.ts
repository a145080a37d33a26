'use client';
import { useEffect, useState } from 'react';
import { shelves } from '@/lib/exports/catalog';
import type { Format, Group } from '@/lib/exports/format';

export type Shelf =
  | { readonly status: 'loading' }
  | { readonly status: 'failed' }
  | { readonly status: 'open'; readonly group: Group; readonly formats: readonly Format[] };

/** The formats of one group, fetched when it is opened. */
export function useShelf(group: Group): Shelf {
  const [shelf, setShelf] = useState<Shelf>({ status: 'loading' });
  useEffect(() => {
    let isWanted = true;
    const load = shelves.find((entry) => entry.group === group)?.load;
    load?.().then(
      (formats) => {
        if (isWanted) setShelf({ status: 'open', group, formats });
      },
      () => {
        if (isWanted) setShelf({ status: 'failed' });
      },
    );
    return () => {
      isWanted = false;
    };
  }, [group]);
  return shelf.status === 'open' && shelf.group !== group ? { status: 'loading' } : shelf;
}
