import styles from './pills.module.css';

type Props = {
  readonly legend: string;
  readonly name: string;
  readonly options: readonly { readonly id: string; readonly name: string }[];
  readonly chosen: string;
  readonly onChoose: (id: string) => void;
};

/** One of a handful, as radio buttons that take little room. */
export function Pills({ legend, name, options, chosen, onChoose }: Props) {
  return (
    <fieldset className={`${styles.set ?? ''} no-print`}>
      <legend>{legend}</legend>
      <div className={styles.pills}>
        {options.map((option) => (
          <label className={styles.pill} key={option.id}>
            <input
              type="radio"
              name={name}
              value={option.id}
              checked={option.id === chosen}
              onChange={() => onChoose(option.id)}
            />
            {option.name}
          </label>
        ))}
      </div>
    </fieldset>
  );
}
