/** The name of an RFC, linked to its text. */
export function RfcLink({ number, section }: { readonly number: number; readonly section?: string }) {
  const anchor = section === undefined ? '' : `#section-${section}`;
  return (
    <a href={`https://www.rfc-editor.org/rfc/rfc${number}.html${anchor}`}>
      RFC&nbsp;{number}
      {section !== undefined && `, section ${section}`}
    </a>
  );
}
