/** The exit codes of `kunci`. 0 is success. */
export const exitCodes = {
  /** The server, or the person at the keyboard, refused. */
  refused: 1,
  /** The command was typed wrongly, or something is missing. */
  usage: 2,
  /** There are no credentials, or they are not valid. */
  credentials: 3,
  notFound: 4,
  /** No answer, or none that can be used. */
  unavailable: 5,
} as const;

/** Ends a command with a sentence for people, and an exit code. */
export class CommandFault extends Error {
  /**
   * @param notes further lines: what is wrong with which field, and what to do.
   * @param retryAfterMs after how long the same may be asked again, or null where nobody said so.
   */
  constructor(
    readonly outcome: keyof typeof exitCodes,
    message: string,
    readonly notes: readonly string[] = [],
    readonly retryAfterMs: number | null = null,
  ) {
    super(message);
  }
}
