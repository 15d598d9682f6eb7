/** An answer as it was on the wire. */
export interface AnswerOnTheWire {
  readonly status: number;
  /** By lower-case names; where one came several times, the values joined by `, `. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

const endOfHead = '\r\n\r\n';

/** Takes answers apart as they arrive: as strict as HTTP/1.1 is, so that what it reads any client can read. */
export class AnswerReader {
  readonly answers: AnswerOnTheWire[] = [];
  private pending = Buffer.alloc(0);

  /** @param methods of the requests, in their order; an answer to HEAD has no body. */
  constructor(private readonly methods: readonly string[]) {}

  /** @throws where it is no HTTP/1.1. */
  read(chunk: Buffer): void {
    this.pending = Buffer.concat([this.pending, chunk]);
    while (this.take(false));
  }

  /** The connection has ended: what has no length is complete with that. */
  end(): void {
    while (this.take(true));
  }

  private take(ended: boolean): boolean {
    const headEnd = this.pending.indexOf(endOfHead);
    if (headEnd === -1) return false;
    const [statusLine = '', ...lines] = this.pending.subarray(0, headEnd).toString('latin1').split('\r\n');
    const status = Number(/^HTTP\/1\.1 (\d{3})( .*)?$/.exec(statusLine)?.[1]);
    if (Number.isNaN(status)) throw new Error(`This is no status line: ${statusLine}`);
    const headers = headersOf(lines);
    const rest = this.pending.subarray(headEnd + endOfHead.length);
    if (status < 200) {
      this.pending = Buffer.from(rest);
      return true;
    }
    const method = this.methods[Math.min(this.answers.length, this.methods.length - 1)];
    const read = method === 'HEAD' ? { body: '', length: 0 } : bodyOf(status, headers, rest, ended);
    if (read === null) return false;
    this.answers.push({ status, headers, body: read.body });
    this.pending = Buffer.from(rest.subarray(read.length));
    return true;
  }
}

function headersOf(lines: readonly string[]): Record<string, string> {
  const headers: Record<string, string> = {};
  for (const line of lines) {
    const [, name, value = ''] = /^([!#$%&'*+.^_`|~\w-]+):[ \t]*(.*?)[ \t]*$/.exec(line) ?? [];
    if (name === undefined) throw new Error(`This is no header field: ${line}`);
    const key = name.toLowerCase();
    headers[key] = key in headers ? `${headers[key]}, ${value}` : value;
  }
  return headers;
}

interface Body {
  readonly body: string;
  readonly length: number;
}

/** Null while there is more to come. */
function bodyOf(status: number, headers: Record<string, string>, rest: Buffer, ended: boolean): Body | null {
  if (status === 204 || status === 304) return { body: '', length: 0 };
  if (headers['transfer-encoding'] === 'chunked') return chunked(rest);
  if (headers['content-length'] === undefined)
    return ended ? { body: rest.toString(), length: rest.length } : null;
  const length = Number(headers['content-length']);
  return rest.length < length ? null : { body: rest.subarray(0, length).toString(), length };
}

function chunked(rest: Buffer): Body | null {
  const parts: Buffer[] = [];
  let at = 0;
  for (;;) {
    const lineEnd = rest.indexOf('\r\n', at);
    if (lineEnd === -1) return null;
    const size = parseInt(rest.subarray(at, lineEnd).toString('latin1'), 16);
    const next = lineEnd + 2 + size + 2;
    if (rest.length < next) return null;
    if (size === 0) return { body: Buffer.concat(parts).toString(), length: next };
    parts.push(rest.subarray(lineEnd + 2, lineEnd + 2 + size));
    at = next;
  }
}
