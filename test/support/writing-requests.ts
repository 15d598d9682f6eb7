import { randomBytes, randomUUID } from 'node:crypto';
import { aCompany, aKey, password, type TestCompany } from './builders';
import { BusinessRows, businessOperations, isMaker, isOn } from './business-calls';
import { type Answer } from './client';
import { beginTotp, codeNow, giveTotp, pin } from './factors';
import { anInvitation } from './invited';
import { type Operation } from './operations';
import { aNewCompany, anOperator, aProduct, type TestOperator } from './operators';
import { platformRequests } from './platform-requests';
import { once, type Ready } from './ready';
import { type TestApp } from './test-app';

const newPassword = 'a password nobody has had before';

/**
 * A request of every operation that writes, each of which is accepted, and each time about something else.
 * @returns by the name of the operation, what prepares such a request.
 */
export async function writingRequests(test: TestApp): Promise<Record<string, () => Promise<Ready>>> {
  const company = await aCompany(test);
  const operator = await anOperator(test);
  const policy = { nameRequired: false, visibility: 'recoverable', maxActive: 100, selfRotate: true };
  await company.owner.patch('/settings', { keys: { company: policy } });
  return {
    ...aboutKeys(test, company),
    ...aboutTheCompany(test, company, operator),
    ...aboutBusiness(test, company),
    ...aboutMembers(test, company),
    ...aboutServiceAccounts(company),
    ...aboutOneself(test, company),
    ...platformRequests(test, operator),
  };
}

function aboutKeys(test: TestApp, { owner }: TestCompany): Record<string, () => Promise<Ready>> {
  const onAKey =
    (act: (id: string) => Promise<Answer>): (() => Promise<Ready>) =>
    async () => {
      const { key } = await aKey(owner);
      return () => act(key.id);
    };
  return {
    generateKey: async () => () => owner.with(once({})).post('/keys', { kind: 'company', name: 'One more' }),
    importKeys: async () => () => {
      const hash = randomBytes(32).toString('hex');
      const shape = { prefix: 'old_', length: 40, alphabet: 'hex' };
      const keys = [{ hash, algorithm: 'sha256-hex', name: 'Old' }];
      return owner.post('/keys/import', { kind: 'company', shape, keys });
    },
    removeKeyShape: async () => {
      const shape = { prefix: `${randomBytes(4).toString('hex')}_`, length: 40, alphabet: 'hex' };
      const keys = [{ hash: randomBytes(32).toString('hex'), algorithm: 'sha256-hex', name: 'Old' }];
      const { body } = await owner.post('/keys/import', { kind: 'company', shape, keys });
      await owner.post(`/keys/${body.results[0].key.id}/revoke`);
      const shapes: { id: string; prefix: string }[] = (await owner.get('/keys/imports')).body.shapes;
      const id = shapes.find(({ prefix }) => prefix === shape.prefix)?.id ?? '';
      return () => owner.delete(`/keys/imports/shapes/${id}`);
    },
    revokeCredentials: async () => () =>
      test.anyone.post('/credentials/revoke', { credentials: ['a text that nobody has'] }),
    updateKey: onAKey((id) => owner.patch(`/keys/${id}`, { name: 'Renamed' })),
    deleteKey: onAKey((id) => owner.delete(`/keys/${id}`)),
    revealKey: onAKey((id) => owner.post(`/keys/${id}/reveal`)),
    rotateKey: onAKey((id) => owner.with(once({})).post(`/keys/${id}/rotate`, { overlapSeconds: 0 })),
    rotateOwnKey: async () => {
      const own = test.anyone.withKey((await aKey(owner)).secret);
      return () => own.with(once({})).post('/keys/self/rotate', { overlapSeconds: 3_600 });
    },
    revokeKey: onAKey((id) => owner.post(`/keys/${id}/revoke`, {})),
    bulkKeys: onAKey((id) => owner.post('/keys/bulk', { action: 'revoke', ids: [id] })),
    disableKey: onAKey((id) => owner.post(`/keys/${id}/disable`)),
    enableKey: async () => {
      const { key } = await aKey(owner);
      await owner.post(`/keys/${key.id}/disable`);
      return () => owner.post(`/keys/${key.id}/enable`);
    },
    endOverlap: async () => {
      const { key } = await aKey(owner);
      await owner.post(`/keys/${key.id}/rotate`, { overlapSeconds: 3_600 });
      return () => owner.post(`/keys/${key.id}/end-overlap`);
    },
  };
}

function aboutTheCompany(
  test: TestApp,
  { owner }: TestCompany,
  operator: TestOperator,
): Record<string, () => Promise<Ready>> {
  const role = () => ({ name: `Role ${randomUUID()}`, permissions: ['sales-invoices:read'] });
  const onARole =
    (act: (id: string) => Promise<Answer>): (() => Promise<Ready>) =>
    async () => {
      const { body } = await owner.post('/roles', role());
      return () => act(body.id);
    };
  return {
    updateCompany: async () => {
      const { name } = (await owner.get('/company')).body;
      await owner.patch('/company', { name: `Acme ${randomUUID()}` });
      await owner.patch('/company', { name });
      const fresh = await aNewCompany(test);
      return () => fresh.owner.patch('/company', { name: `Acme ${randomUUID()}` });
    },
    submitCompany: async () => {
      const fresh = await aNewCompany(test);
      return () => fresh.owner.post('/company/submission');
    },
    createRole: async () => () => owner.with(once({})).post('/roles', role()),
    updateRole: onARole((id) => owner.patch(`/roles/${id}`, role())),
    deleteRole: onARole((id) => owner.delete(`/roles/${id}`)),
    updateSettings: async () => () => owner.patch('/settings', { keys: { personal: { maxActive: 7 } } }),
    requestProduct: async () => {
      const code = await aProduct(operator);
      return () => owner.post(`/products/${code}/requests`);
    },
  };
}

/** Of every business module, as the document describes it. */
function aboutBusiness(test: TestApp, { owner }: TestCompany): Record<string, () => Promise<Ready>> {
  const operations = businessOperations(test);
  const rows = new BusinessRows(owner, operations.filter(isMaker));
  let count = 0;
  const fresh = () => ({ mark: randomUUID().slice(0, 8), at: (count += 1), idFor: rows.idFor });
  const furnish = async (): Promise<void> => {
    for (const maker of rows.makers) await rows.one(maker, fresh().mark, count);
  };
  const sending = (operation: Operation, id: string) => (): Promise<Answer> => {
    // A cast: the bodies of our operations are objects.
    const body = operation.example(fresh()) as object | undefined;
    return owner.with(once({})).send(operation.method, operation.path.replace('{id}', id), body);
  };
  const prepared = rows.makers.flatMap((maker) => [
    [maker.id, async () => (await furnish(), sending(maker, ''))] as const,
    ...operations
      .filter((one) => isOn(maker, one) && one.method !== 'GET')
      .map((one) => {
        const prepare = async (): Promise<Ready> => {
          await furnish();
          return sending(one, await rows.one(maker, fresh().mark, count));
        };
        return [one.id, prepare] as const;
      }),
  ]);
  return Object.fromEntries(prepared);
}

function aboutServiceAccounts({ owner }: TestCompany): Record<string, () => Promise<Ready>> {
  const account = () => ({ name: `machine-${randomUUID()}`, roles: [] });
  const onAnAccount =
    (act: (id: string) => Promise<Answer>): (() => Promise<Ready>) =>
    async () => {
      const { body } = await owner.post('/service-accounts', account());
      return () => act(body.id);
    };
  return {
    createServiceAccount: async () => () => owner.with(once({})).post('/service-accounts', account()),
    updateServiceAccount: onAnAccount((id) => owner.patch(`/service-accounts/${id}`, { description: 'New' })),
    deleteServiceAccount: onAnAccount((id) => owner.delete(`/service-accounts/${id}`)),
  };
}

function aboutMembers(test: TestApp, company: TestCompany): Record<string, () => Promise<Ready>> {
  const { owner, roleIds } = company;
  const onAMember =
    (act: (id: string) => Promise<Answer>): (() => Promise<Ready>) =>
    async () => {
      const { id } = await company.member('member');
      return () => act(id);
    };
  const roles = [roleIds.get('member')];
  return {
    inviteUser: async () => () =>
      owner.with(once({})).post('/users', { username: `guest-${randomUUID()}@people.test`, roles }),
    updateUser: onAMember((id) => owner.patch(`/users/${id}`, { active: false })),
    removeUser: onAMember((id) => owner.delete(`/users/${id}`)),
    setUserRoles: onAMember((id) => owner.put(`/users/${id}/roles`, { roles: [roleIds.get('superadmin')] })),
    resetPassword: onAMember((id) => owner.with(once({})).post('/password-resets', { userId: id })),
    redeemInvitation: async () => {
      const { token } = await anInvitation(owner);
      return () => test.anyone.post('/invitations/redeem', { token, password: newPassword });
    },
    redeemPasswordReset: async () => {
      const { id } = await company.member('member');
      const { token } = (await owner.post('/password-resets', { userId: id })).body;
      return () => test.anyone.post('/password-resets/redeem', { token, password: newPassword });
    },
  };
}

function aboutOneself(test: TestApp, company: TestCompany): Record<string, () => Promise<Ready>> {
  const onNewCompany =
    (act: (member: Awaited<ReturnType<TestCompany['member']>>) => Promise<Answer>): (() => Promise<Ready>) =>
    async () => {
      const member = await company.member('member');
      return () => act(member);
    };
  const stepUp = { factor: 'password', secret: password, action: 'generate', kind: 'company' };
  return {
    stepUp: onNewCompany(({ client }) => client.post('/step-ups', stepUp)),
    setMyPin: onNewCompany(({ client }) => client.put('/me/pin', { password, pin })),
    beginMyTotp: onNewCompany(({ client }) => client.post('/me/totp', { password })),
    changeMyPassword: onNewCompany(({ client }) => client.put('/me/password', { password, newPassword })),
    readMyNotifications: onNewCompany(({ client }) =>
      client.post('/me/notifications/read', { upTo: randomUUID() }),
    ),
    signOut: onNewCompany(({ client }) => client.delete('/sessions/current')),
    signIn: async () => {
      const { username } = await company.member('member');
      return () => test.anyone.post('/sessions', { username, password });
    },
    confirmMyTotp: async () => {
      const { client } = await company.member('member');
      const secret = await beginTotp(client);
      return () => client.put('/me/totp', { code: codeNow(test, secret) });
    },
    removeMyTotp: async () => {
      const { client } = await company.member('member');
      await giveTotp(test, client);
      return () => client.send('DELETE', '/me/totp', { password });
    },
    switchCompany: async () => {
      const { client } = await company.member('member');
      const slug = `second-${randomUUID().slice(0, 8)}`;
      const { body } = await client.post('/companies', { name: 'Second', slug });
      return () => client.put('/sessions/current/company', { companyId: body.company.id });
    },
    endMySession: async () => {
      const { client, username } = await company.member('member');
      await test.anyone.signIn(username, password);
      const { body } = await client.get('/me/sessions');
      const other = body.data.find((session: { current: boolean }) => !session.current);
      return () => client.delete(`/me/sessions/${other.id}`);
    },
    foundCompany: async () => () => {
      const slug = `founded-${randomUUID().slice(0, 8)}`;
      const owner = { username: `owner@${slug}.test`, password };
      return test.anyone.post('/companies', { name: 'Founded', slug, owner });
    },
  };
}
