/** The page a statement stands on, named by its host; it opens beside the wizard, so that nothing typed is lost. */
export function SourceLink({ href }: { readonly href: string }) {
  return (
    <a href={href} rel="noreferrer" target="_blank">
      {new URL(href).host}
      <span className="visually-hidden"> (new tab)</span>
    </a>
  );
}
