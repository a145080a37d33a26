'use client';
import { useEffectEvent, useLayoutEffect, useRef, type RefObject } from 'react';

/**
 * What was chosen or typed before our script was here. Hydration leaves it in the controls, and the next render would
 * take it away, so it is read in between.
 */
export function useEarlyAnswers(
  onEarly: (answers: { readonly provider: string; readonly search: string }) => void,
): RefObject<HTMLFormElement | null> {
  const form = useRef<HTMLFormElement>(null);
  const read = useEffectEvent(onEarly);
  useLayoutEffect(() => {
    const elements = form.current?.elements;
    const chosen = elements?.namedItem('provider');
    const typed = elements?.namedItem('provider-search');
    const provider = chosen instanceof RadioNodeList ? chosen.value : '';
    read({ provider, search: typed instanceof HTMLInputElement ? typed.value : '' });
  }, []);
  return form;
}
