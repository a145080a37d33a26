'use client';
import { useEffect, useState } from 'react';
import { shelves } from '@/lib/exports/catalog';
import type { Format, Group } from '@/lib/exports/format';
import type { SmtpSettings } from '@/lib/settings/smtp-settings';

export type Shelf =
  | { readonly status: 'loading' }
  | { readonly status: 'failed' }
  | {
      readonly status: 'open';
      readonly group: Group;
      readonly formatsFor: (settings: SmtpSettings) => readonly Format[];
    };

/** The formats of one group, fetched when it is opened. */
export function useShelf(group: Group): Shelf {
  const [shelf, setShelf] = useState<Shelf>({ status: 'loading' });
  useEffect(() => {
    let isWanted = true;
    const load = shelves.find((entry) => entry.group === group)?.load;
    load?.().then(
      (formatsFor) => {
        if (isWanted) setShelf({ status: 'open', group, formatsFor });
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
