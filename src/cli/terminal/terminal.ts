import { styleText } from 'node:util';

type Style = Parameters<typeof styleText>[0];

/** Where a command writes: data to standard output, and everything else to standard error. */
export class Terminal {
  private isHandingOver = false;

  /** @param isPlain whether colours are unwelcome, wherever it writes. */
  constructor(
    private readonly isPlain: boolean,
    private readonly out: NodeJS.WriteStream = process.stdout,
    private readonly errors: NodeJS.WriteStream = process.stderr,
  ) {}

  /**
   * Ends quietly where the reader of a list has seen enough, as `head` has. What is handed over fails instead.
   * @param end takes the exit code.
   */
  endWithReader(end: (code: number) => void): void {
    this.out.on('error', (error: NodeJS.ErrnoException) => {
      if (this.isHandingOver) return;
      if (error.code !== 'EPIPE') throw error;
      end(0);
    });
  }

  /** Writes a line that must not be lost. @throws the fault of the write, such as EPIPE where nobody reads it. */
  async handOver(line: string): Promise<void> {
    this.isHandingOver = true;
    await new Promise<void>((done, fail) => {
      this.out.write(`${line}\n`, (error) => (error ? fail(error) : done()));
    });
    this.isHandingOver = false;
  }

  /** Writes a line of data. */
  print(line: string): void {
    this.out.write(`${line}\n`);
  }

  printJson(value: unknown): void {
    this.print(JSON.stringify(value, null, 2));
  }

  /** Writes a line about what is done. */
  tell(line: string): void {
    this.errors.write(`${line}\n`);
  }

  /** Text for `print`, with a style where that is a terminal with colours. */
  styled(style: Style, text: string): string {
    return this.out.isTTY && !this.isPlain ? styleText(style, text, { validateStream: false }) : text;
  }
}

/** What others wrote, without the control characters by which it could take over a terminal. */
export function harmless(text: string): string {
  return text.replaceAll(/\p{Cc}/gu, '\ufffd');
}
