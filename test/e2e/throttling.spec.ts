import { minuteMs } from '../../src/platform';
import { Passwords } from '../../src/users';
import { aCompany, aKey, aUser, password, startApp, type TestApp } from '../support';
import { anInvitation, newUsername } from '../support/invited';
import { statementsOf } from '../support/statements';
import { queryRows } from '../support/tables';

const wrong = 'not the password';

describe('guessing without being signed in', () => {
  let test: TestApp;
  let username: string;

  beforeAll(async () => (test = await startApp({ env: { TRUST_PROXY: '127.0.0.1' } })));
  beforeEach(async () => {
    test.clock.advance(15 * minuteMs);
    ({ username } = await aUser(test));
  });
  afterEach(() => jest.restoreAllMocks());
  afterAll(() => test.close());

  const signIn = (name: string, secret: string) =>
    test.anyone.post('/sessions', { username: name, password: secret });

  async function guess(name: string, times: number): Promise<number[]> {
    const statuses: number[] = [];
    for (let time = 0; time < times; time += 1) statuses.push((await signIn(name, wrong)).status);
    return statuses;
  }

  it('429 refuses after ten wrong passwords for one username, the right one too, for 15 minutes', async () => {
    expect(await guess(username, 10)).toEqual(Array(10).fill(401));

    const refused = await signIn(username, password);
    test.clock.advance(15 * minuteMs - 1);
    const stillRefused = await signIn(username, password);
    test.clock.advance(1);
    const accepted = await signIn(username, password);

    expect(refused).toMatchObject({
      status: 429,
      body: { code: 'too-many-attempts' },
      headers: { 'retry-after': '900' },
    });
    expect(stillRefused).toMatchObject({ status: 429, headers: { 'retry-after': '1' } });
    expect(accepted.status).toBe(201);
  });

  it('429 counts a username in each of its spellings as one', async () => {
    await guess(username, 5);
    await guess(username.toUpperCase(), 5);

    expect((await signIn(username, password)).status).toBe(429);
  });

  it('429 refuses an unknown username just so, by the same statements and checks', async () => {
    const matches = jest.spyOn(test.app.get(Passwords), 'matches');
    const unknown = newUsername();
    // Opens the window of the address, which the two share.
    await signIn(newUsername(), wrong);
    matches.mockClear();

    const forKnown = await statementsOf(test, () => guess(username, 11));
    const checksForKnown = matches.mock.calls.length;
    const forUnknown = await statementsOf(test, () => guess(unknown, 11));

    expect(forUnknown).toEqual(forKnown);
    expect(checksForKnown).toBe(10);
    expect(matches).toHaveBeenCalledTimes(20);
    const [known, other] = [await signIn(username, wrong), await signIn(unknown, wrong)];
    expect({ ...known.body, requestId: '' }).toEqual({ ...other.body, requestId: '' });
  });

  it('429 refuses after thirty from one address, whatever the usernames, and not another address', async () => {
    for (let time = 0; time < 30; time += 1) expect((await signIn(newUsername(), wrong)).status).toBe(401);

    expect(await signIn(username, password)).toMatchObject({
      status: 429,
      body: { code: 'too-many-attempts' },
    });
    const elsewhere = test.anyone.with({ 'x-forwarded-for': '192.0.2.7' });
    expect((await elsewhere.post('/sessions', { username, password })).status).toBe(201);
    test.clock.advance(15 * minuteMs);
    expect((await signIn(username, password)).status).toBe(201);
  });

  it('judges ten of two hundred guesses at once', async () => {
    const matches = jest.spyOn(test.app.get(Passwords), 'matches');

    const answers = await Promise.all(Array.from({ length: 200 }, () => signIn(username, wrong)));

    const statuses = answers.map(({ status }) => status);
    expect(statuses.filter((status) => status === 401)).toHaveLength(10);
    expect(statuses.filter((status) => status === 429)).toHaveLength(190);
    expect(matches).toHaveBeenCalledTimes(10);
  });

  it('201 forgets wrong passwords once the right one is given', async () => {
    await guess(username, 9);
    await test.anyone.signIn(username, password);

    expect(await guess(username, 10)).toEqual(Array(10).fill(401));
  });

  it('gives an address only its own guess back for a right password', async () => {
    const own = await aUser(test);
    for (let time = 0; time < 29; time += 1) await signIn(newUsername(), wrong);

    await test.anyone.signIn(own.username, password);
    await test.anyone.signIn(own.username, password);

    expect((await signIn(newUsername(), wrong)).status).toBe(401);
    expect((await signIn(own.username, password)).status).toBe(429);
  });

  it('counts nothing for text shaped like a key, so a right key is never locked out', async () => {
    const company = await aCompany(test);
    const { secret } = await aKey(company.owner);
    const before = await queryRows(test, 'SELECT * FROM guess_counts');

    for (let time = 0; time < 31; time += 1) expect((await signIn(username, secret)).status).not.toBe(429);

    expect(await queryRows(test, 'SELECT * FROM guess_counts')).toEqual(before);
    expect((await signIn(username, password)).status).toBe(201);
  });

  it('counts the passwords given with an invitation, and those of sign-in, as one', async () => {
    const company = await aCompany(test);
    const { token } = await anInvitation(company.owner, { username });
    const redeem = (secret: string) => test.anyone.post('/invitations/redeem', { token, password: secret });
    await guess(username, 5);
    for (let time = 0; time < 5; time += 1) expect((await redeem(wrong)).status).toBe(409);

    expect(await redeem(password)).toMatchObject({ status: 429, body: { code: 'too-many-attempts' } });
    expect((await signIn(username, password)).status).toBe(429);
  });

  it.each(['/invitations/redeem', '/password-resets/redeem'])(
    '429 bounds guessing at tokens: %s',
    async (path) => {
      const redeem = () => test.anyone.post(path, { token: newUsername(), password: 'a password of my own' });
      for (let time = 0; time < 30; time += 1) expect((await redeem()).status).toBe(404);

      expect(await redeem()).toMatchObject({ status: 429, headers: { 'retry-after': '900' } });
    },
  );

  it('keeps no username and no address in the table', async () => {
    await guess(username, 1);

    const rows = await queryRows(test, 'SELECT * FROM guess_counts');

    expect(rows).toHaveLength(2);
    expect(JSON.stringify(rows.map((row) => String(row['subject'])))).not.toMatch(/people|127/);
  });
});
