import { aCompany, aKey, steppedUp, type TestCompany, type TestMember } from './builders';
import { type TestApp } from './test-app';
import { rowsOf } from './tables';

/** A company that has a row in every table of companies. Its name is in all that its people named. */
export interface FurnishedCompany extends TestCompany {
  readonly helper: TestMember;
  readonly roleId: string;
  readonly invoiceId: string;
  readonly keyId: string;
  readonly secret: string;
}

/** @param name that stands in no other text. */
export async function aFurnishedCompany(test: TestApp, name: string): Promise<FurnishedCompany> {
  const company = await aCompany(test, name);
  const { owner } = company;
  const role = await owner.post('/roles', { name: `${name} role`, permissions: ['events:read'] });
  const helper = await company.member('member');
  await owner.put(`/users/${helper.id}/roles`, { roles: [role.body.id] });
  await owner.patch('/settings', { keys: { company: { visibility: 'recoverable' } } });
  const { key, secret } = await aKey(owner, { name: `${name} key` });
  await test.anyone.withKey(secret).get('/me');
  await test.settle();
  await steppedUp(owner, { action: 'revoke', keyId: key.id });
  const invoice = await owner.post('/sales_invoices', anInvoice(name));
  return { ...company, helper, roleId: role.body.id, invoiceId: invoice.body.id, keyId: key.id, secret };
}

/** What makes an invoice. */
export function anInvoice(name: string) {
  const rest = { total: '150000.00', currency: 'IDR', issuedOn: '2026-06-15' };
  return { number: `${name} 1`, customer: `${name} customer`, ...rest };
}

/** Every id that stands in a row of this company, the company's own too, and where it was seen first. */
export async function idsOf(test: TestApp, companyId: string): Promise<ReadonlyMap<string, string>> {
  const seen = new Map<string, string>();
  for (const [table, rows] of Object.entries(await rowsOf(test, companyId))) {
    for (const [id] of rows.join().matchAll(/[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/g))
      if (!seen.has(id)) seen.set(id, table);
  }
  return seen;
}
