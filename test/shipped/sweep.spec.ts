import { type Breaker, carried, direct } from './support/breakers';
import { Judge, type SweptOperation } from './support/judge';
import { sweep } from './support/sweep';
import { type Shape, shapes, type ShippedServer, startShipped, WireOwner } from './support';

/** Production on SQLite differs from development in nothing that is asked here. */
const swept = shapes.filter((shape) => shape !== 'production on SQLite');

describe.each(swept)('in %s, every operation', (shape: Shape) => {
  let server: ShippedServer;
  let judge: Judge;
  let session: Readonly<Record<string, string>>;

  beforeAll(async () => {
    server = await startShipped(shape);
    // A cast: the document is an object.
    judge = await Judge.by((await server.wire.get('/openapi.json')).body as object);
    session = (await WireOwner.of(server.wire)).headers;
  });
  afterAll(() => server.close());

  /** Ending the session would make the rest of the sweep one of strangers. */
  const headersFor = ({ name }: SweptOperation) =>
    name === 'DELETE /api/v1/sessions/current' ? {} : session;

  it('is swept, by a judge who knows a wrong answer', () => {
    expect(judge.operations.length).toBeGreaterThan(60);
    for (const operation of judge.operations) {
      const wrong = { status: 299, headers: { 'content-type': 'text/html' }, body: '<p>' };
      expect(judge.faultsOf(operation, operation.method, wrong)).not.toEqual([]);
    }
  });

  it.each([...carried, ...direct].map((breaker): [string, Breaker] => [breaker.name, breaker]))(
    'refuses with a problem, and answers as its document says: %s',
    async (_name, breaker) => {
      expect(await sweep(server.address, judge, breaker, headersFor)).toEqual([]);
    },
  );

  it('has made the server fault with none of it', async () => {
    await server.instance.stop();
    const faults = server.instance.lines.filter((line) => /"level":(50|60)/.test(line));
    expect(faults).toEqual([]);
    const failed = server.instance.logged('request').filter(({ status }) => Number(status) >= 500);
    expect(failed).toEqual([]);
  });
});
