'use client';
import { useEffect, useState } from 'react';
import type { PortRow } from '@/lib/wizard/port-rows';

type Props = {
  /** The row the person chose, or else the best so far. */
  readonly row: PortRow;
  readonly onPress: (row: PortRow) => void;
};

/**
 * Goes on with the port it names. A better port that turns up changes the name only while nobody points at the button:
 * what is read is what is pressed.
 */
export function ContinueButton({ row, onPress }: Props) {
  const [shown, setShown] = useState(row);
  const [isHeld, setHeld] = useState(false);
  useEffect(() => {
    if (isHeld || shown === row) return;
    const frame = requestAnimationFrame(() => setShown(row));
    return () => cancelAnimationFrame(frame);
  }, [isHeld, row, shown]);
  const hold = () => setHeld(true);
  const release = () => setHeld(false);
  return (
    <button
      className="button-primary"
      type="button"
      onPointerEnter={hold}
      onPointerLeave={release}
      onFocus={hold}
      onBlur={release}
      onClick={() => onPress(shown)}
    >
      Continue with port {shown.planned.endpoint.port}
    </button>
  );
}
