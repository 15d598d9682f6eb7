import { demoOperator, demoPassword } from '../../../src/demo/demo-companies';
import { type Wire, type WireAnswer } from '../../support/wire';

/** The permissions of the product: 50, `orders:read` among them. */
const acts = Array.from({ length: 47 }, (_, at) => `orders:act-${at}`);
const names = ['orders:read', 'orders:write', 'orders:refund', ...acts];

interface MadeKey {
  readonly id: string;
  readonly secret: string;
}

/** A product of the demo's operator, and a company that has it: whoever protects an API of their own begins so. */
export class Webshop {
  private constructor(
    private readonly wire: Wire,
    private readonly owner: Readonly<Record<string, string>>,
    private readonly operator: Readonly<Record<string, string>>,
  ) {}

  static readonly permissions = names;

  static async of(wire: Wire): Promise<Webshop> {
    const operator = await session(wire, demoOperator);
    const permissions = names.map((name) => ({ name, label: name }));
    const product = { code: 'webshop', name: 'Webshop', grants: [], permissions };
    expected(201, await wire.post('/platform/products', product, operator));
    const { body } = expected(200, await wire.get('/platform/companies?q=orbit', operator));
    const activation = `/platform/companies/${body.data[0].id}/products/webshop`;
    expected(200, await wire.send('PUT', `/api/v1${activation}`, { enabled: true }, operator));
    return new Webshop(wire, await session(wire, 'owner@orbit-bookings.test'), operator);
  }

  /** Where it was made before: by a former process on the same database. */
  static async again(wire: Wire): Promise<Webshop> {
    return new Webshop(
      wire,
      await session(wire, 'owner@orbit-bookings.test'),
      await session(wire, demoOperator),
    );
  }

  /** As the list shows it; tests look into it freely. */
  async keyById(id: string): Promise<WireAnswer['body']> {
    return expected(200, await this.wire.get(`/keys/${id}`, this.owner)).body;
  }

  async key(input: object = {}): Promise<MadeKey> {
    const body = { kind: 'product', product: 'webshop', name: 'Kunci', ...input };
    const made = expected(201, await this.wire.post('/keys', body, this.owner));
    return { id: made.body.key.id, secret: made.body.secret };
  }

  /** @returns the secret. */
  async serviceKey(input: object): Promise<string> {
    const body = { name: 'Gateway', ...input };
    return expected(201, await this.wire.post('/platform/service-keys', body, this.operator)).body.secret;
  }

  async revoke({ id }: MadeKey): Promise<void> {
    expected(200, await this.wire.post(`/keys/${id}/revoke`, {}, this.owner));
  }
}

async function session(wire: Wire, username: string): Promise<Record<string, string>> {
  const { headers } = expected(201, await wire.post('/sessions', { username, password: demoPassword }));
  return { cookie: headers['set-cookie']?.[0]?.split(';')[0] ?? '' };
}

function expected(status: number, answer: WireAnswer): WireAnswer {
  if (answer.status !== status) throw new Error(`${answer.status}: ${JSON.stringify(answer.body)}`);
  return answer;
}
