'use client';
import { useEffect, useState } from 'react';
import { fetchProvider } from '@/components/wizard/use-known-server';
import type { Provider } from '@/lib/providers/provider';

/**
 * The provider that a typed host belongs to, once its file is here. It does not suspend, since a form must not vanish
 * while somebody types; a file that cannot be fetched leaves the form as it would be for an unknown server.
 */
export function useProviderOfHost(id: string | undefined): Provider | undefined {
  const [known, setKnown] = useState<Provider>();
  useEffect(() => {
    let isWanted = true;
    if (id !== undefined)
      fetchProvider(id).then(
        (provider) => {
          if (isWanted) setKnown(provider);
        },
        () => undefined,
      );
    return () => {
      isWanted = false;
    };
  }, [id]);
  return known?.id === id ? known : undefined;
}
