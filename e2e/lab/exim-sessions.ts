/** What Exim's log says of the sessions it had. */
export type EximSessions = {
  /** How many clients connected. */
  readonly begun: number;
  /** How many of those are still there, as far as the log goes. */
  readonly open: number;
  /** The commands of each session that sent no mail, in their order, as in "EHLO,STARTTLS,EHLO,AUTH,QUIT". */
  readonly commands: readonly string[];
};

const port = String.raw`\[[\d.]+\]:(\d+)`;
const beginning = new RegExp(`^.{20}SMTP connection from ${port} \\(TCP/IP connection count`);
const ending = new RegExp(`${port}.* (?:closed by (?:QUIT|EOF|DROP)|lost)|TLS error on connection from .*${port}`);

/** The log's text → its sessions, told apart by the client's port number. */
export function eximSessions(log: string): EximSessions {
  const lines = log.split('\n');
  const portsOf = (pattern: RegExp) =>
    lines.flatMap((line) => {
      const found = pattern.exec(line);
      return found === null ? [] : [found.slice(1).join('')]; // only one of the groups takes part
    });
  const begun = portsOf(beginning);
  const ended = new Set(portsOf(ending));
  return {
    begun: begun.length,
    open: begun.filter((client) => !ended.has(client)).length,
    commands: lines.flatMap((line) => /no MAIL in .* C=([A-Z,]*)/.exec(line)?.[1] ?? []),
  };
}
