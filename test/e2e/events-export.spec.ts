import { type AddressInfo } from 'node:net';
import { eventOf, events } from '../../libs/events';
import { AuditTrailService } from '../../src/audit/audit-trail.service';
import { EventLog } from '../../src/audit';
import { UnitOfWork } from '../../src/platform/database';
import { aCompany, aKey, startApp, type TestApp, type TestCompany } from '../support';

describe('GET /events/export', () => {
  let test: TestApp;
  let company: TestCompany;

  beforeAll(async () => {
    test = await startApp();
  });
  afterAll(() => test.close());
  beforeEach(async () => {
    company = await aCompany(test);
  });

  /** The file as lines. The client has parsed it already when it is one. */
  const jsonl = async (query = ''): Promise<{ position: number; type: string; at: string }[]> => {
    const { body } = await company.owner.get(`/events/export?format=jsonl${query}`);
    const lines = (typeof body === 'string' ? body : JSON.stringify(body)).split('\n');
    return lines.filter((line) => line !== '').map((line) => JSON.parse(line));
  };
  /** Events of the company in one unit of work. */
  const happen = (count: number, name = 'somebody'): Promise<void> =>
    test.app.get(UnitOfWork).run(async (tx) => {
      const actor = { companyId: company.id, kind: 'system', id: null, name } as const;
      for (let at = 0; at < count; at += 1)
        test.app.get(EventLog).appendAs(tx, actor, eventOf(events.roleDeleted, `${at}`, { name: 'x' }));
    });

  it('200 gives JSON lines, the events of the list, oldest first', async () => {
    await aKey(company.owner);
    const answer = await company.owner.get('/events/export');
    expect(answer.status).toBe(200);
    expect(answer.headers).toMatchObject({
      'content-type': 'application/x-ndjson',
      'content-disposition': 'attachment; filename="events.jsonl"',
    });
    const listed: unknown[] = (await company.owner.get('/events?limit=100')).body.data;
    expect(await jsonl()).toEqual(listed.toReversed());
  });

  it('200 gives CSV with a header', async () => {
    const answer = await company.owner.get('/events/export?format=csv&type=session.opened');
    expect(answer.headers).toMatchObject({
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': 'attachment; filename="events.csv"',
    });
    const [head, line, end] = String(answer.body).split('\r\n');
    expect(head).toBe('position,at,type,actor_kind,actor_id,actor_name,target_type,target_id,data');
    expect(line).toContain(`,2026-06-15T09:00:00.000Z,session.opened,user,${company.ownerId},owner@`);
    expect(end).toBe('');
  });

  it('200 lets no spreadsheet run what somebody is called', async () => {
    await happen(1, '=HYPERLINK("http://evil.test","x")');
    const { body } = await company.owner.get('/events/export?format=csv&type=role.deleted');
    expect(body).toContain(`,"'=HYPERLINK(""http://evil.test"",""x"")",`);
  });

  it('200 gives them all, however many, once each', async () => {
    await happen(1_203);
    const positions = (await jsonl('&type=role.deleted')).map(({ position }) => position);
    expect(positions).toHaveLength(1_203);
    expect(positions).toEqual([...new Set(positions)].sort((one, other) => one - other));
  });

  it('200 for exactly a batch, and for nothing', async () => {
    await happen(500);
    expect(await jsonl('&type=role.deleted')).toHaveLength(500);
    expect(await jsonl('&type=test.other')).toEqual([]);
    const nothing = await company.owner.get('/events/export?format=csv&type=test.other');
    expect(String(nothing.body).split('\r\n')).toHaveLength(2);
  });

  it('200 narrows by type, actor, target and time', async () => {
    const { key } = await aKey(company.owner);
    test.clock.advance(60_000);
    await aKey(company.owner);
    const generated = await jsonl('&type=key.generated');
    expect(generated).toHaveLength(2);
    expect(await jsonl(`&target=${key.id}`)).toEqual(generated.slice(0, 1));
    expect(await jsonl(`&type=key.generated&actor=${company.ownerId}`)).toEqual(generated);
    expect(await jsonl(`&type=key.generated&actor=${key.id}`)).toEqual([]);
    expect(await jsonl(`&type=key.generated&from=${generated[1]?.at}`)).toEqual(generated.slice(1));
    expect(await jsonl(`&type=key.generated&to=${generated[1]?.at}`)).toEqual(generated.slice(0, 1));
  });

  it('200 shows nothing of another company', async () => {
    const other = await aCompany(test);
    const { key } = await aKey(other.owner);
    expect((await jsonl()).map((event) => JSON.stringify(event)).join()).not.toContain(other.id);
    expect(await jsonl(`&target=${key.id}`)).toEqual([]);
    expect(await jsonl(`&actor=${other.ownerId}`)).toEqual([]);
  });

  it('401 for nobody, 403 without the right', async () => {
    expect((await test.anyone.get('/events/export?format=csv')).status).toBe(401);
    const { client } = await company.member('member');
    expect((await client.get('/events/export?format=csv')).status).toBe(403);
  });

  it('422 for an unknown format and an unknown filter', async () => {
    for (const query of ['?format=', '?format=xml', '?format=csv&limit=5', '?format=csv&from=yesterday'])
      expect((await company.owner.get(`/events/export${query}`)).status).toBe(422);
  });

  it('503 or a broken connection, and never a file that only looks whole', async () => {
    const trail = test.app.get(AuditTrailService);
    const lost = Object.assign(new Error('lost'), { code: 'ECONNRESET' });
    const really = trail.listBehind.bind(trail);
    const read = jest.spyOn(trail, 'listBehind').mockRejectedValueOnce(lost);
    expect((await company.owner.get('/events/export?format=csv')).status).toBe(503);
    await happen(600);
    read.mockImplementationOnce(really).mockRejectedValueOnce(lost);
    await test.app.listen(0, '127.0.0.1');
    const { port } = test.app.getHttpServer().address() as AddressInfo;
    const headers = { cookie: await cookieOf(test, company) };
    const whole = fetch(`http://127.0.0.1:${port}/api/v1/events/export?format=csv`, { headers }).then(
      (answer) => answer.text(),
    );
    await expect(whole).rejects.toThrow('terminated');
    read.mockRestore();
  });
});

async function cookieOf(test: TestApp, company: TestCompany): Promise<string> {
  const username = (await company.owner.get('/me')).body.username;
  const answer = await test.anyone.post('/sessions', { username, password: 'correct horse battery' });
  return String(answer.headers['set-cookie']).split(';')[0] ?? '';
}
