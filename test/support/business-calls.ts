import { type Client } from './client';
import { type Operation, operationsOf } from './operations';
import { type TestApp } from './test-app';

/** A call that works, of a business module. */
export interface BusinessCall {
  readonly path?: Readonly<Record<string, string>>;
  readonly body?: Readonly<Record<string, unknown>>;
}

/** The operations of business modules. */
export function businessOperations(test: TestApp): Operation[] {
  return operationsOf(test).filter(({ business }) => business);
}

/**
 * Makes a row of every kind that business modules let a client make, those that others refer to first.
 * @param mark is in the texts of the rows.
 * @returns for every operation with an id, by its name: a call that works with these rows.
 */
export async function furnishBusiness(
  test: TestApp,
  owner: Client,
  mark: string,
): Promise<Readonly<Record<string, BusinessCall>>> {
  const operations = businessOperations(test);
  const rows = new BusinessRows(owner, operations.filter(isMaker));
  const calls: Record<string, BusinessCall> = {};
  for (const maker of rows.makers) {
    const id = await rows.one(maker, mark, 1);
    const bodyOf = (one: Operation): unknown => one.example({ mark, at: 2, idFor: rows.idFor });
    if (maker.bodyFields.some((field) => field.id)) calls[maker.id] = withBody(bodyOf(maker));
    for (const one of operations.filter((other) => isOn(maker, other)))
      calls[one.id] = { path: { id }, ...(one.method === 'GET' ? {} : withBody(bodyOf(one))) };
  }
  return calls;
}

/** Rows of business modules, of one company. */
export class BusinessRows {
  private readonly made = new Map<string, string>();
  readonly makers: readonly Operation[];

  constructor(
    private readonly owner: Client,
    makers: readonly Operation[],
  ) {
    const refersTo = ({ bodyFields }: Operation, other: Operation): boolean =>
      bodyFields.some(({ name }) => pathFor(name, [other]) !== null);
    // Referenced rows first: a row comes after those that it needs.
    this.makers = makers.toSorted(
      (one, other) => Number(refersTo(one, other)) - Number(refersTo(other, one)),
    );
  }

  /** The id of a row that a field of this name can name: of `/suppliers` for `supplierId`. */
  readonly idFor = (field: string): string | null => this.made.get(pathFor(field, this.makers) ?? '') ?? null;

  /**
   * Makes a row. @returns its id.
   * @throws where the example that its schema gives is refused.
   */
  async one(maker: Operation, mark: string, at: number): Promise<string> {
    const made = await this.owner.send('POST', maker.path, maker.example({ mark, at, idFor: this.idFor }));
    if (made.status !== 201)
      throw new Error(
        `${maker.id} refuses the example of its schema: ${JSON.stringify(made.body)}. Give the field an example that is ` +
          'accepted: `.meta({ example })`.',
      );
    this.made.set(maker.path, made.body.id);
    return made.body.id;
  }
}

/** Where rows are made that a field such as `supplierId` or `purchaseOrderId` names. */
function pathFor(field: string, makers: readonly Operation[]): string | null {
  const [, thing] = /(\w+)Id$/.exec(field) ?? [];
  if (thing === undefined) return null;
  const table = thing.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
  const maker = makers.find(({ path }) => path.split('/').at(-1)?.startsWith(table.replace(/y$/, '')));
  return maker?.path ?? null;
}

/** Whether it makes a row from a body: `POST /api/v1/suppliers`. */
export function isMaker({ method, path }: Operation): boolean {
  return method === 'POST' && !path.includes('{');
}

/** Whether the other one is about one row of those that the first one makes: `GET /api/v1/suppliers/{id}`. */
export function isOn(maker: Operation, { path }: Operation): boolean {
  return path.startsWith(`${maker.path}/{id}`);
}

function withBody(body: unknown): Pick<BusinessCall, 'body'> {
  // A cast: the bodies of our operations are objects.
  return body === undefined ? {} : { body: body as Readonly<Record<string, unknown>> };
}
