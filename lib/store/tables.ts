import 'server-only';

/**
 * What outlives a request: reports that somebody may open later, arrivals of test messages, results of checks. One query layer over an
 * embedded SQLite file or PostgreSQL; times are milliseconds since 1970, texts are JSON or lower-case hex. No row holds a
 * secret: what has to be shown to get at something is kept as its SHA-256 only.
 */
export type Tables = {
  readonly reports: {
    readonly id: string;
    readonly delete_hash: string;
    readonly created: number;
    readonly expires: number;
    readonly body: string;
  };
  readonly arrivals: {
    /** SHA-256 of the Message-ID: whoever sent the message asks by it. */
    readonly message_hash: string;
    /** SHA-256 of the token in the message's link. */
    readonly token_hash: string;
    readonly accepted: number | null;
    readonly opened: number | null;
    readonly expires: number;
  };
  readonly checks: {
    /** SHA-256 of the run's id. */
    readonly run_hash: string;
    readonly token: string;
    readonly brought: number;
    readonly expires: number;
  };
  /** How much the other tables hold together, in one row. */
  readonly usage: {
    readonly id: number;
    readonly rows: number;
    readonly bytes: number;
  };
};
