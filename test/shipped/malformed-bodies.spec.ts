import { exchange, requestBytes, type Shape, shapes, type ShippedServer, startShipped } from './support';

const json = { 'content-type': 'application/json' };

function withBody(headers: Record<string, string>, body: string): Buffer {
  return requestBytes('POST', '/api/v1/sessions', { ...headers, 'content-length': `${body.length}` }, body);
}

describe.each(shapes)('in %s, a body that cannot be read', (shape: Shape) => {
  let server: ShippedServer;

  beforeAll(async () => {
    server = await startShipped(shape);
  });
  afterAll(() => server.close());

  it.each([
    ['half of some JSON', 400, 'malformed-request', withBody(json, '{')],
    ['no JSON', 400, 'malformed-request', withBody(json, 'name=x')],
    ['70 kB', 413, 'payload-too-large', withBody(json, JSON.stringify('x'.repeat(70_000)))],
    ['a form', 415, 'unsupported-media-type', withBody({ 'content-type': 'text/plain' }, '{}')],
    ['without a type', 415, 'unsupported-media-type', withBody({}, '{}')],
  ])('is refused with a problem: %s', async (_what, status, code, bytes) => {
    const { answers } = await exchange(server.address, [bytes]);
    expect(answers).toHaveLength(1);
    const [answer] = answers;
    expect(answer).toMatchObject({
      status,
      headers: { 'content-type': 'application/problem+json; charset=utf-8' },
    });
    const problem: unknown = JSON.parse(answer?.body ?? '');
    expect(problem).toMatchObject({ status, code, requestId: answer?.headers['x-request-id'] });
  });
});
