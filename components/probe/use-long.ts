'use client';
import { useEffect, useState } from 'react';

/** Whether something has been going on for longer than `ms`. */
export function useLong(isRunning: boolean, ms: number): boolean {
  const [isLong, setLong] = useState(false);
  useEffect(() => {
    if (!isRunning) return;
    const timer = setTimeout(() => setLong(true), ms);
    return () => {
      clearTimeout(timer);
      setLong(false);
    };
  }, [isRunning, ms]);
  return isLong;
}
