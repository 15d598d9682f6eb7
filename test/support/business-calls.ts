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
 * Makes a row of every kind that business modules let a client make.
 * @param mark stands in the texts of the rows.
 * @returns for every operation with an id, by its name: a call that works with these rows.
 */
export async function furnishBusiness(
  test: TestApp,
  owner: Client,
  mark: string,
): Promise<Readonly<Record<string, BusinessCall>>> {
  const operations = businessOperations(test);
  const calls: Record<string, BusinessCall> = {};
  for (const maker of operations.filter(isMaker)) {
    const id = await makeOne(owner, maker, mark, 1);
    for (const { id: name, method, example } of operations.filter((one) => isOn(maker, one)))
      calls[name] = { path: { id }, ...(method === 'GET' ? {} : withBody(example(mark, 2))) };
  }
  return calls;
}

/**
 * Makes a row. @returns its id.
 * @throws where the example that its schema gives is refused.
 */
export async function makeOne(owner: Client, maker: Operation, mark: string, at: number): Promise<string> {
  const made = await owner.send('POST', maker.path, maker.example(mark, at));
  if (made.status !== 201)
    throw new Error(
      `${maker.id} refuses the example of its schema: ${JSON.stringify(made.body)}. Give the field an example that is ` +
        'accepted: `.meta({ example })`.',
    );
  return made.body.id;
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
