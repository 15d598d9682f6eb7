import { minuteMs } from '../../src/platform';
import {
  aCompany,
  aKey,
  aUser,
  type Client,
  password,
  startApp,
  type TestApp,
  type TestCompany,
} from '../support';
import { newUsername } from '../support/invited';

describe('the address that a trusted proxy names', () => {
  let test: TestApp;
  let company: TestCompany;

  beforeAll(async () => {
    test = await startApp({ env: { TRUST_PROXY: '127.0.0.1, 10.0.0.0/8' } });
    company = await aCompany(test);
  });
  afterAll(() => test.close());

  const from = (forwarded: string): Client => test.anyone.with({ 'x-forwarded-for': forwarded });

  describe.each([
    ['20.0.0.3:5555', '20.0.0.3'],
    ['[2001:db8::1]:443', '2001:db8::1'],
    ['"[2001:db8::1]"', '2001:db8::1'],
    ['::ffff:20.0.0.3', '20.0.0.3'],
    ['1.1.1.1, 20.0.0.3:80, 10.0.0.2:4444', '20.0.0.3'],
    ['unknown', '127.0.0.1'],
    [' ', '127.0.0.1'],
  ])('X-Forwarded-For: %s', (forwarded, address) => {
    it(`shows ${address} in the session`, async () => {
      const { username } = await aUser(test);

      const session = await from(forwarded).signIn(username, password);

      expect((await session.get('/me/sessions')).body.data[0].address).toBe(address);
    });

    it(`is ${address} to a key that may only be used from there`, async () => {
      const here = await aKey(company.owner, { allowedAddresses: [address] });
      const elsewhere = await aKey(company.owner, { allowedAddresses: ['203.0.113.0/24'] });
      const ask = (secret: string) => from(forwarded).withKey(secret).get('/core/api/v1/me');

      expect((await ask(here.secret)).status).toBe(200);
      expect((await ask(elsewhere.secret)).body.code).toBe('address-not-allowed');
    });
  });

  it('keeps strangers apart that differ behind the port, so that none locks another out', async () => {
    test.clock.advance(15 * minuteMs);
    const { username } = await aUser(test);
    const guess = (forwarded: string) =>
      from(forwarded).post('/sessions', { username: newUsername(), password: 'not the password' });
    for (let time = 0; time < 30; time += 1) await guess(`20.0.${time}.1:5555`);
    for (let time = 0; time < 30; time += 1) await guess('unknown');

    const answer = await from('20.0.99.1:5555').post('/sessions', { username, password });

    expect(answer.status).toBe(201);
  });

  it('counts guesses from one address as one, whatever the port', async () => {
    test.clock.advance(15 * minuteMs);
    const answers = [];
    for (let port = 1; port <= 31; port += 1)
      answers.push(
        await from(`20.1.0.1:${port}`).post('/sessions', { username: newUsername(), password: 'wrong' }),
      );

    expect(answers.map(({ status }) => status)).toEqual([...Array(30).fill(401), 429]);
  });
});
