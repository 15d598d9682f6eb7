import { styleText } from 'node:util';

type Style = Parameters<typeof styleText>[0];

/** Where a command writes: data to standard output, and everything else to standard error. */
export class Terminal {
  /** @param isPlain whether colours are unwelcome, wherever it writes. */
  constructor(
    private readonly isPlain: boolean,
    private readonly out: NodeJS.WriteStream = process.stdout,
    private readonly errors: NodeJS.WriteStream = process.stderr,
  ) {}

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
