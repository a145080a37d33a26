import type { ServerChoice } from '@/lib/wizard/server-choices';
import type { TileGroup } from '@/lib/wizard/tile-groups';
import { ProviderTile } from './provider-tile';
import styles from './provider-tile.module.css';

type Props = {
  readonly groups: readonly TileGroup[];
  readonly chosen: string | undefined;
  readonly onChoose: (choice: ServerChoice) => void;
};

/** The tiles, under a heading for each group that has one. */
export function ProviderTiles({ groups, chosen, onChoose }: Props) {
  return groups.map(({ heading, choices }) => (
    <div key={heading ?? ''}>
      {heading !== undefined && <h2 className={styles.heading}>{heading}</h2>}
      <div className={heading === undefined ? styles.tiles : `${styles.tiles} ${styles.compact}`}>
        {choices.map((choice) => (
          <ProviderTile
            key={choice.id}
            choice={choice}
            isChosen={choice.id === chosen}
            onChoose={() => onChoose(choice)}
          />
        ))}
      </div>
    </div>
  ));
}
