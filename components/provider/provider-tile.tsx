import type { ServerChoice } from '@/lib/wizard/server-choices';
import styles from './provider-tile.module.css';

type Props = { readonly choice: ServerChoice; readonly isChosen: boolean; readonly onChoose: () => void };

/** The id of a choice's radio button, which the list of problems leads to. */
export function tileId(id: string): string {
  return `provider-${id}`;
}

/** One answer of the first question: a radio button dressed as a tile. */
export function ProviderTile({ choice, isChosen, onChoose }: Props) {
  const { id, name, hint, mark } = choice;
  return (
    <label className={styles.tile}>
      <input type="radio" name="provider" id={tileId(id)} value={id} checked={isChosen} onChange={onChoose} />
      <svg className={styles.mark} viewBox="0 0 40 40" aria-hidden="true">
        <rect width="40" height="40" rx="10" fill={mark.hue} />
        <text x="20" y="25" textAnchor="middle">
          {mark.letters}
        </text>
      </svg>
      <strong>{name}</strong>
      <small>{hint}</small>
    </label>
  );
}
