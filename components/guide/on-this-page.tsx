import styles from './on-this-page.module.css';

const sections = [
  { id: 'port', name: 'What a port is' },
  { id: 'encryption', name: 'How encryption starts' },
  { id: 'four', name: 'The four ports' },
  { id: 'blocked', name: 'Who blocks what' },
  { id: 'names', name: 'What your program calls it' },
  { id: 'history', name: 'How it came about' },
  { id: 'sources', name: 'Sources' },
] as const;

/** The page's sections: beside the text where there is room, above it where there is not. */
export function OnThisPage() {
  return (
    <nav className={`${styles.contents} no-print`} aria-labelledby="contents">
      <p id="contents">On this page</p>
      <ul>
        {sections.map(({ id, name }) => (
          <li key={id}>
            <a href={`#${id}`}>{name}</a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
