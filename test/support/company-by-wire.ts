import { randomBytes } from 'node:crypto';
import { type Wire, type WireAnswer } from './wire';

const password = 'correct horse battery';

export interface WireKey {
  readonly id: string;
  readonly secret: string;
}

/** The Owner of a company of their own, who reaches the server over the network, and only one instance of it. */
export class WireOwner {
  private constructor(
    private readonly wire: Wire,
    readonly credentials: Readonly<Record<'username' | 'password', string>>,
    /** Of the session: the cookie. */
    readonly headers: Readonly<Record<string, string>>,
  ) {}

  static async of(wire: Wire): Promise<WireOwner> {
    const slug = `company-${randomBytes(4).toString('hex')}`;
    const credentials = { username: `owner@${slug}.test`, password };
    expected(201, await wire.post('/companies', { name: 'Acme', slug, owner: credentials }));
    const { headers } = expected(201, await wire.post('/sessions', credentials));
    const [cookie] = headers['set-cookie'] ?? [];
    return new WireOwner(wire, credentials, { cookie: cookie?.split(';')[0] ?? '' });
  }

  get(path: string): Promise<WireAnswer> {
    return this.wire.get(path, this.headers);
  }

  post(path: string, body: unknown, headers: Readonly<Record<string, string>> = {}): Promise<WireAnswer> {
    return this.wire.post(path, body, { ...this.headers, ...headers });
  }

  /** A company key that no instance has seen yet. */
  async key(): Promise<WireKey> {
    const input = { kind: 'company', name: 'Integration' };
    const { body } = expected(201, await this.wire.post('/keys', input, this.headers));
    return { id: body.key.id, secret: body.secret };
  }

  /** @returns the answer's receipt, and when it had arrived. */
  async revoke({ id }: WireKey): Promise<Receipt> {
    const { body } = expected(200, await this.wire.post(`/keys/${id}/revoke`, {}, this.headers));
    return { ...body.revocation, arrivedAtMs: Date.now() };
  }
}

export interface Receipt {
  readonly effectiveEverywhere: boolean;
  readonly effectiveBy?: string;
  readonly afterMs?: number;
  /** In milliseconds since 1970. */
  readonly arrivedAtMs: number;
}

/** One verification and nothing else: once the key is remembered, the answer needs no database. */
export function verified(wire: Wire, { secret }: WireKey): Promise<WireAnswer> {
  return wire.get('/core/api/v1/me', { 'x-api-key': secret });
}

function expected(status: number, answer: WireAnswer): WireAnswer {
  if (answer.status !== status) throw new Error(`${answer.status}: ${JSON.stringify(answer.body)}`);
  return answer;
}
