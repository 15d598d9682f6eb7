import { exchange, requestBytes, type ShippedServer, startShipped, WireOwner } from './support';

/** As `curl -d ''` sends it, and others. */
const nothing: [string, Record<string, string>][] = [
  ['a form of no length', { 'content-type': 'application/x-www-form-urlencoded', 'content-length': '0' }],
  ['text of no length', { 'content-type': 'text/plain', 'content-length': '0' }],
  ['an invalid type', { 'content-type': 'nonsense', 'content-length': '0' }],
  ['a type and no length', { 'content-type': 'application/x-www-form-urlencoded' }],
  ['JSON of no length', { 'content-type': 'application/json', 'content-length': '0' }],
  ['no type, and no length', { 'content-length': '0' }],
  ['nothing of it', {}],
];

describe('a request without content', () => {
  let server: ShippedServer;
  let owner: WireOwner;

  beforeAll(async () => {
    server = await startShipped('production on SQLite');
    owner = await WireOwner.of(server.wire);
  });
  afterAll(() => server.close());

  const post = async (path: string, headers: Record<string, string>, body = '') => {
    const bytes = requestBytes('POST', `/api/v1${path}`, { ...owner.headers, ...headers }, body);
    const { answers } = await exchange(server.address, [bytes], { methods: ['POST'] });
    return { status: answers[0]?.status, body: JSON.parse(answers[0]?.body ?? '') };
  };

  it.each(nothing)('200 has no type either, where none is needed: %s', async (_what, headers) => {
    const { id } = await owner.key();
    expect(await post(`/keys/${id}/revoke`, headers)).toMatchObject({ status: 200 });
  });

  it.each(nothing)('422 lacks a body where one is needed: %s', async (_what, headers) => {
    expect(await post('/keys', headers)).toMatchObject({ status: 422, body: { code: 'validation-failed' } });
  });

  it('200 is empty in chunks as well', async () => {
    const { id } = await owner.key();
    const headers = { 'content-type': 'text/plain', 'transfer-encoding': 'chunked' };
    expect(await post(`/keys/${id}/revoke`, headers, '0\r\n\r\n')).toMatchObject({ status: 200 });
    expect(await post('/keys', headers, '2\r\n{}\r\n0\r\n\r\n')).toMatchObject({ status: 415 });
  });
});
