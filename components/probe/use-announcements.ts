'use client';
import { useEffect, useRef, useState } from 'react';
import type { PortRow } from '@/lib/wizard/port-rows';

const pauseMs = 1000;

/**
 * What a screen reader hears of a run: that it began, then at most once a second the rows that settled meanwhile, then
 * the summary. Stages and clocks are never told.
 */
export function useAnnouncements(
  isRunning: boolean,
  rows: readonly PortRow[],
  { opening, summary }: { readonly opening: string; readonly summary: string },
): string {
  const [said, setSaid] = useState('');
  const told = useRef(new Set<string>());
  const latest = useRef(rows);
  useEffect(() => {
    latest.current = rows;
  });
  useEffect(() => {
    if (!isRunning) return;
    told.current.clear();
    const first = setTimeout(() => setSaid(opening), 0);
    const timer = setInterval(() => {
      const fresh = latest.current.filter(({ id, report }) => report.outcome !== undefined && !told.current.has(id));
      if (fresh.length === 0) return;
      for (const { id } of fresh) told.current.add(id);
      setSaid(fresh.map(({ planned, status }) => `Port ${planned.endpoint.port}: ${status.word}.`).join(' '));
    }, pauseMs);
    return () => {
      clearTimeout(first);
      clearInterval(timer);
    };
  }, [isRunning, opening]);
  useEffect(() => {
    if (summary === '') return;
    const timer = setTimeout(() => setSaid(summary), pauseMs / 2);
    return () => clearTimeout(timer);
  }, [summary]);
  return said;
}
