import type { TranscriptLine } from '@/lib/smtp/outcome';

/** What was said, who said it and whether it was encrypted; what a login carried is hidden. */
export function Conversation({ lines }: { readonly lines: readonly TranscriptLine[] }) {
  if (lines.length === 0) return null;
  const text = lines
    .map(
      ({ from, secured, text: said }) =>
        `${secured ? 'encrypted' : 'in clear '} ${from === 'client' ? '→' : '←'} ${said}`,
    )
    .join('\n');
  return (
    <details className="disclosure">
      <summary>Conversation with the server</summary>
      <pre tabIndex={0} role="region" aria-label="Conversation with the server">
        {text}
      </pre>
    </details>
  );
}
