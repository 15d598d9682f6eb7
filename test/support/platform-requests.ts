import { randomUUID } from 'node:crypto';
import { aCompany, aKey } from './builders';
import { type Answer } from './client';
import { aDraft, aNewCompany, aProduct, revisionOf, type TestOperator } from './operators';
import { once, type Ready } from './ready';
import { type TestApp } from './test-app';

/** A request of every operation under `/platform` that writes, as `writingRequests` has them. */
export function platformRequests(
  test: TestApp,
  operator: TestOperator,
): Record<string, () => Promise<Ready>> {
  const { client } = operator;
  const inReview = async (): Promise<string> => {
    const fresh = await aNewCompany(test);
    await fresh.owner.post('/company/submission');
    return fresh.id;
  };
  const withNewName = async (): Promise<string> => {
    const named = await aCompany(test);
    await named.owner.patch('/company', { name: `New ${randomUUID()}` });
    return named.id;
  };
  const onACompanyThat =
    (makeOne: () => Promise<string>) =>
    (act: (path: string, seen: { revision: number }) => Promise<Answer>): (() => Promise<Ready>) =>
    async () => {
      const id = await makeOne();
      const seen = { revision: await revisionOf(operator, id) };
      return () => act(`/platform/companies/${id}`, seen);
    };
  const onACompany = onACompanyThat(inReview);
  const onANewName = onACompanyThat(withNewName);
  const serviceKey = async (): Promise<Answer> =>
    client.post('/platform/service-keys', { name: 'Backend', product: await aProduct(operator) });
  return {
    approveCompany: onACompany((path, seen) => client.post(`${path}/approve`, seen)),
    rejectCompany: onACompany((path, seen) => client.post(`${path}/reject`, { ...seen, reason: 'Not yet' })),
    approveCompanyName: onANewName((path, seen) => client.post(`${path}/name/approve`, seen)),
    rejectCompanyName: onANewName((path, seen) => client.post(`${path}/name/reject`, seen)),
    createPlatformCompany: async () => {
      const product = await aProduct(operator);
      return () => client.with(once({})).post('/platform/companies', aDraft({ products: [product] }));
    },
    renewOwnerInvitation: async () => {
      const { body } = await client.post('/platform/companies', aDraft());
      const path = `/platform/companies/${body.company.id}/invitation`;
      return () => client.with(once({})).post(path);
    },
    closeCompany: onACompany((path) => client.post(`${path}/close`)),
    suspendCompany: onACompany((path) => client.post(`${path}/suspend`, { reason: 'Unpaid' })),
    reinstateCompany: async () => {
      const path = `/platform/companies/${await inReview()}`;
      await client.post(`${path}/suspend`, { reason: 'Unpaid' });
      return () => client.post(`${path}/reinstate`);
    },
    setProductActivation: async () => {
      const path = `/platform/companies/${await inReview()}/products/${await aProduct(operator)}`;
      await client.put(path, { enabled: true });
      return () => client.put(path, { enabled: false });
    },
    createProduct: async () => () => {
      const code = `p-${randomUUID()}`;
      return client.with(once({})).post('/platform/products', { code, name: 'A product', grants: [] });
    },
    updateProduct: async () => {
      const code = await aProduct(operator);
      return () => client.patch(`/platform/products/${code}`, { name: 'Another name' });
    },
    retireProduct: async () => {
      const code = await aProduct(operator);
      return () => client.post(`/platform/products/${code}/retire`);
    },
    generateServiceKey: async () => {
      const product = await aProduct(operator);
      return () => client.with(once({})).post('/platform/service-keys', { name: 'Backend', product });
    },
    releaseUser: async () => {
      const { id } = await (await aCompany(test)).member('member');
      return () => client.post(`/platform/users/${id}/release`);
    },
    revokePlatformKey: async () => {
      const { key } = await aKey((await aCompany(test)).owner);
      return () => client.post(`/platform/keys/${key.id}/revoke`, { reason: 'Leaked' });
    },
    revokeServiceKey: async () => {
      const { body } = await serviceKey();
      return () => client.post(`/platform/service-keys/${body.serviceKey.id}/revoke`);
    },
  };
}
