import { UnitOfWork } from '../../src/platform/database';
import { Passwords, UserDirectory } from '../../src/users';
import { password } from './builders';
import { type Client } from './client';
import { type TestApp } from './test-app';

export interface TestOperator {
  readonly id: string;
  readonly username: string;
  readonly client: Client;
}

let count = 0;

/** Platform staff, signed in. Every one is another. */
export async function anOperator(test: TestApp): Promise<TestOperator> {
  count += 1;
  const username = `operator-${process.pid}-${count}@platform.test`;
  const hash = await test.app.get(Passwords).hash(password);
  const id = await test.app
    .get(UnitOfWork)
    .run((tx) => test.app.get(UserDirectory).insert(username, hash, tx, { operator: true }));
  return { id, username, client: await test.anyone.signIn(username, password) };
}

/** Puts a product on sale through the API. @returns its code, another each time. */
export async function aProduct(
  operator: TestOperator,
  grants: readonly string[] = ['sales-invoices:read'],
): Promise<string> {
  count += 1;
  const code = `product-${process.pid}-${count}`;
  const answer = await operator.client.post('/platform/products', { code, name: 'A product', grants });
  if (answer.status !== 201) throw new Error(`No product was made: ${JSON.stringify(answer.body)}`);
  return code;
}

/** The revision of a company that an operator would see now; of none that there is, a number all the same. */
export async function revisionOf({ client }: Pick<TestOperator, 'client'>, id: string): Promise<number> {
  return (await client.get(`/platform/companies/${id}`)).body.revision ?? 0;
}

/** Renames an approved company, as its Owner asks and the operator allows. */
export async function renameCompany(
  operator: TestOperator,
  company: { readonly id: string; readonly owner: Client },
  name: string,
): Promise<void> {
  await company.owner.patch('/company', { name });
  const seen = { revision: await revisionOf(operator, company.id) };
  const answer = await operator.client.post(`/platform/companies/${company.id}/name/approve`, seen);
  if (answer.status !== 200) throw new Error(`The company was not renamed: ${JSON.stringify(answer.body)}`);
}

/** What an operator sends to make a company, another each time. */
export function aDraft(more: object = {}) {
  count += 1;
  const slug = `made-${process.pid}-${count}`;
  return { name: 'Made by an operator', slug, owner: { username: `owner@${slug}.test` }, ...more };
}

/** Signs up as somebody new. @returns the company, onboarding, with its Owner signed in. */
export async function aNewCompany(test: TestApp): Promise<{ id: string; slug: string; owner: Client }> {
  count += 1;
  const slug = `new-${process.pid}-${count}`;
  const owner = { username: `owner@${slug}.test`, password };
  const answer = await test.anyone.post('/companies', { name: 'Newcomers', slug, owner });
  if (answer.status !== 201) throw new Error(`No company was founded: ${JSON.stringify(answer.body)}`);
  return { id: answer.body.company.id, slug, owner: await test.anyone.signIn(owner.username, password) };
}
