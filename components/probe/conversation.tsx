import type { TranscriptLine } from '@/lib/smtp/outcome';

type Props = {
  readonly lines: readonly TranscriptLine[];
  /** Tells one from another where several are open. */
  readonly port?: number;
};

/** What was said, who said it and whether it was encrypted; what a login carried is hidden. */
export function Conversation({ lines, port }: Props) {
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
      <pre
        tabIndex={0}
        role="region"
        aria-label={
          port === undefined ? 'Conversation with the server' : `Conversation with the server on port ${port}`
        }
      >
        {text}
      </pre>
    </details>
  );
}
