import { dayMs, minuteMs } from '../../src/platform';
import { aCompany, password, startApp, type TestApp, type TestCompany } from '../support';
import { anInvitation } from '../support/invited';
import { aDraft, anOperator } from '../support/operators';

describe('POST /invitations/preview', () => {
  let test: TestApp;
  let company: TestCompany;

  beforeAll(async () => (test = await startApp()));
  beforeEach(async () => {
    // The attempts of the test before are another window's.
    test.clock.advance(15 * minuteMs);
    company = await aCompany(test);
  });
  afterAll(() => test.close());

  const preview = (token: string) => test.anyone.post('/invitations/preview', { token });
  const redeem = (token: string) =>
    test.anyone.post('/invitations/redeem', { token, password: 'a password of my own' });
  const invalid = { status: 404, body: { code: 'invitation-invalid' } };

  it('200 names the company, who invites, to whom it is addressed and until when', async () => {
    const { username, token } = await anInvitation(company.owner);

    const answer = await preview(` ${token}\n`);

    expect(answer).toMatchObject({ status: 200, headers: { 'cache-control': 'no-store' } });
    expect(answer.body).toEqual({
      company: { name: company.name },
      username,
      invitedBy: (await company.owner.get('/me')).body.username,
      expiresAt: new Date(test.clock.now().getTime() + 7 * dayMs).toISOString(),
    });
  });

  it('200 leaves the token as it was', async () => {
    const { token } = await anInvitation(company.owner);

    await preview(token);
    await preview(token);

    expect((await redeem(token)).status).toBe(200);
  });

  it('200 names who renewed the invitation last, and nobody once they left', async () => {
    const admin = await company.member('admin');
    const { username } = await anInvitation(company.owner);
    const { token } = await anInvitation(admin.client, { username });

    const before = await preview(token);
    await company.owner.delete(`/users/${admin.id}`);
    const after = await preview(token);

    expect([before.body.invitedBy, after.body.invitedBy]).toEqual([admin.username, null]);
  });

  it('200 names no operator', async () => {
    const operator = await anOperator(test);
    const draft = aDraft();
    const made = await operator.client.post('/platform/companies', draft);

    expect((await preview(made.body.invitation.token)).body).toMatchObject({
      company: { name: draft.name },
      invitedBy: null,
    });
  });

  it('404 says the same of a token that is unknown, used, replaced, deactivated or expired', async () => {
    const used = await anInvitation(company.owner);
    await redeem(used.token);
    const replaced = await anInvitation(company.owner);
    await anInvitation(company.owner, { username: replaced.username });
    const deactivated = await anInvitation(company.owner);
    await company.owner.patch(`/users/${deactivated.id}`, { active: false });
    const expired = await anInvitation(company.owner);
    const gone = [
      await preview('x'.repeat(43)),
      ...(await Promise.all([used, replaced, deactivated].map(({ token }) => preview(token)))),
    ];
    test.clock.advance(7 * dayMs);
    gone.push(await preview(expired.token));

    expect(gone.map(({ status, body }) => ({ status, body: { code: body.code } }))).toEqual(
      gone.map(() => invalid),
    );
  });

  it('403 says that the company is suspended', async () => {
    const operator = await anOperator(test);
    const { token } = await anInvitation(company.owner);
    await operator.client.post(`/platform/companies/${company.id}/suspend`, { reason: 'Unpaid' });

    expect(await preview(token)).toMatchObject({ status: 403, body: { code: 'company-suspended' } });
  });

  it('422 points at what is no token', async () => {
    const bodies = [{}, { token: '' }, { token: 7 }, { token: 'x', password }];

    const answers = await Promise.all(bodies.map((body) => test.anyone.post('/invitations/preview', body)));

    expect(answers.map(({ status, body }) => [status, body.errors[0].pointer])).toEqual([
      [422, '/token'],
      [422, '/token'],
      [422, '/token'],
      [422, '/password'],
    ]);
  });

  it('429 ends guessing, together with redeeming', async () => {
    for (let attempt = 0; attempt < 15; attempt += 1) {
      await preview('x'.repeat(43));
      await redeem('x'.repeat(43));
    }

    expect((await preview((await anInvitation(company.owner)).token)).status).toBe(429);
  });
});
