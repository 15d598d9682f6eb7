import { aCompany, aKey, type Answer, type Client, startApp, type TestApp } from '../support';

describe('POST /keys/{id}/reveal', () => {
  let test: TestApp;
  let owner: Client;

  beforeAll(async () => {
    test = await startApp();
    ({ owner } = await aCompany(test));
  });
  afterAll(() => test.close());

  const policy = (patch: object): Promise<Answer> => owner.patch('/settings', { keys: { company: patch } });

  const reveal = (id: string): Promise<Answer> => owner.post(`/keys/${id}/reveal`);

  const notRecoverable = { status: 409, body: { code: 'not-recoverable' } };

  const isRecoverable = async (id: string): Promise<unknown> =>
    (await owner.get(`/keys/${id}`)).body.recoverable;

  async function aRecoverableKey(): Promise<{ id: string; secret: string }> {
    await policy({ visibility: 'recoverable' });
    const { key, secret } = await aKey(owner);
    return { id: key.id, secret };
  }

  async function timesRevealed(id: string): Promise<number> {
    const { data } = (await owner.get(`/events?target=${id}&type=key.revealed`)).body as { data: unknown[] };
    return data.length;
  }

  it.each(['prefixed', 'hex32'])(
    '200 shows the same %s secret again, each time with an event',
    async (format) => {
      await policy({ format });
      const { id, secret } = await aRecoverableKey();

      for (const times of [1, 2]) {
        const answer = await reveal(id);
        expect([answer.status, answer.body]).toEqual([200, { secret }]);
        expect(answer.headers['cache-control']).toBe('no-store');
        expect(await timesRevealed(id)).toBe(times);
      }
    },
  );

  it('409 not-recoverable shows a key once where the policy says once', async () => {
    await policy({ visibility: 'once' });
    const { key } = await aKey(owner);

    expect(await isRecoverable(key.id)).toBe(false);
    expect(await reveal(key.id)).toMatchObject(notRecoverable);
    expect(await timesRevealed(key.id)).toBe(0);
  });

  it('409 not-recoverable shows none that was made to be shown once, whatever the policy says later', async () => {
    await policy({ visibility: 'once' });
    const { key } = await aKey(owner);
    await policy({ visibility: 'recoverable' });

    expect(await isRecoverable(key.id)).toBe(false);
    expect(await reveal(key.id)).toMatchObject(notRecoverable);
  });

  it('409 not-recoverable hides the others as long as the policy says once', async () => {
    const { id, secret } = await aRecoverableKey();

    await policy({ visibility: 'once' });
    expect(await isRecoverable(id)).toBe(false);
    expect(await reveal(id)).toMatchObject(notRecoverable);

    await policy({ visibility: 'recoverable' });
    expect(await isRecoverable(id)).toBe(true);
    expect((await reveal(id)).body.secret).toBe(secret);
  });

  it.each<[string, (id: string) => Promise<Answer>]>([
    ['revoked', (id) => owner.post(`/keys/${id}/revoke`)],
    ['deleted', (id) => owner.delete(`/keys/${id}`)],
  ])('409 not-recoverable shows no key that was %s', async (_, end) => {
    const { id } = await aRecoverableKey();
    await end(id);

    expect(await isRecoverable(id)).toBe(false);
    expect(await reveal(id)).toMatchObject(notRecoverable);
  });

  it('200 shows each key its own secret', async () => {
    const [one, other] = [await aRecoverableKey(), await aRecoverableKey()];

    expect((await reveal(one.id)).body.secret).toBe(one.secret);
    expect((await reveal(other.id)).body.secret).toBe(other.secret);
  });
});
