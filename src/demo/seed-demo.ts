import { type NestFastifyApplication } from '@nestjs/platform-fastify';
import { GenerateKeyService } from '../api-keys';
import { Founding } from '../auth';
import { type Tx, UnitOfWork } from '../platform/database';
import { SalesInvoicesService } from '../sales-invoices';
import { SettingsService } from '../settings';
import { Pins } from '../step-up';
import { type Principal } from '../tenancy';
import { NewMembers, Passwords, UserDirectory } from '../users';
import {
  type DemoCompany,
  demoCompanies,
  demoOperator,
  demoPassword,
  demoPin,
  demoTraveller,
  ownerOf,
} from './demo-companies';
import { demoOwner, hasCompanies } from './demo-owner';
import { seedDemoProducts } from './demo-products';

/** Fills an empty database with the demo companies, through the same services that clients use. Does nothing otherwise. */
export async function seedDemo(app: NestFastifyApplication): Promise<void> {
  if (await hasCompanies(app)) return;
  const account = {
    passwordHash: await app.get(Passwords).hash(demoPassword),
    pinHash: await app.get(Passwords).hash(demoPin),
  };
  await app.get(UnitOfWork).run((tx) => insertPeople(app, account, tx));
  for (const company of demoCompanies) {
    const owner = await demoOwner(app, company.slug);
    if (owner === null) throw new Error(`The demo company ${company.slug} was not founded`);
    await furnish(app, company, owner);
  }
  await seedDemoProducts(app);
}

/** All of it or nothing: a start that is cut off leaves an empty database behind, and the next one begins again. */
async function insertPeople(app: NestFastifyApplication, account: Account, tx: Tx): Promise<void> {
  await insertPerson(app, demoOperator, account, tx, { operator: true });
  const travellerId = await insertPerson(app, demoTraveller.username, account, tx);
  for (const company of demoCompanies) {
    const username = ownerOf(company);
    const ownerId = await insertPerson(app, username, account, tx);
    const { name, slug, locale } = company;
    const draft = { name, slug, locale, status: 'approved' } as const;
    const { principal, roleIds } = await app.get(Founding).found(draft, { id: ownerId, username }, tx);
    const join = (userId: string, role: 'owner' | DemoCompany['others'][number]['role']): Promise<void> =>
      app.get(NewMembers).insert(principal, userId, [roleIds.get(role) ?? ''], tx);
    await join(ownerId, 'owner');
    for (const other of company.others)
      await join(await insertPerson(app, other.username, account, tx), other.role);
    if (demoTraveller.companies.some((joined) => joined === slug)) await join(travellerId, 'member');
  }
}

/** What every account begins with, hashed once: hashing is slow on purpose. */
interface Account {
  readonly passwordHash: string;
  readonly pinHash: string;
}

async function insertPerson(
  app: NestFastifyApplication,
  username: string,
  account: Account,
  tx: Tx,
  standing: { readonly operator?: boolean } = {},
): Promise<string> {
  const id = await app.get(UserDirectory).insert(username, account.passwordHash, tx, standing);
  await app.get(Pins).give(id, account.pinHash, tx);
  return id;
}

async function furnish(app: NestFastifyApplication, company: DemoCompany, owner: Principal): Promise<void> {
  await app.get(SettingsService).update(owner, { keys: company.keys });
  for (const invoice of demoInvoices) await app.get(SalesInvoicesService).create(owner, invoice);
  if (company.slug !== 'super-murah-shirt') return;
  await app.get(GenerateKeyService).generate(owner, { kind: 'company' }, null);
}

const demoInvoices = [
  {
    number: 'INV-2026-001',
    customer: 'Toko Melati',
    total: '150000.00',
    currency: 'IDR',
    issuedOn: '2026-09-01',
  },
  {
    number: 'INV-2026-002',
    customer: 'Warung Sejahtera',
    total: '2750000.00',
    currency: 'IDR',
    issuedOn: '2026-09-14',
  },
  {
    number: 'INV-2026-003',
    customer: 'Kopi Senja',
    total: '480500.50',
    currency: 'IDR',
    issuedOn: '2026-10-02',
  },
];
