import { UnitOfWork } from '../../src/platform/database';
import { managerOf } from '../../src/platform/database/unscoped';
import { aCompany, aKey, password, startApp, type TestApp } from '../support';
import { leaksIn } from '../support/leaks';

/** A failed statement carries its values, and with them what a client typed. */
describe('a secret, when the database fails under it,', () => {
  let test: TestApp;

  beforeEach(async () => {
    test = await startApp({ env: { LOG_LEVEL: 'trace' } });
  });
  afterEach(() => test.close());

  it('500 stands neither in the answer nor in the log', async () => {
    const { owner } = await aCompany(test);
    const { secret } = await aKey(owner);
    await test.app.get(UnitOfWork).run(async (tx) => {
      for (const statement of broken) await managerOf(tx).query(statement);
    });

    const answers = [
      await owner.get(`/keys?q=${secret}`),
      await owner.get(`/events?target=${secret}`),
      await owner.post('/keys', { kind: 'company', name: 'Another' }),
      await test.anyone.withKey(secret).get('/me'),
      await test.anyone.post('/sessions', { username: secret.toLowerCase(), password }),
    ];

    const said = [JSON.stringify(answers), ...test.logged].join('\n');
    const typed = new Map([
      ['the key', secret],
      ['the key as a username', secret.toLowerCase()],
      ['the password', password],
    ]);
    expect(answers.map(({ status }) => status)).toEqual(Array(answers.length).fill(500));
    expect(leaksIn(said, typed)).toEqual([]);
    // The background fails as well, and says so; each request says so once.
    const ofRequests = test.logged.filter((line) => line.includes('"err"') && line.includes('"requestId"'));
    expect(ofRequests).toHaveLength(answers.length);
  });
});

/** Sessions still work; what is asked of these tables does not. */
const broken = [
  'DROP TABLE key_secrets',
  'ALTER TABLE events RENAME TO other_events',
  'ALTER TABLE users RENAME COLUMN password_hash TO other_hash',
];
