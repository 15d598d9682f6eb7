import { type NestFastifyApplication } from '@nestjs/platform-fastify';
import { ListKeysService, RevealKeyService } from '../api-keys';
import { Problem } from '../platform/http';
import {
  type DemoCompany,
  demoCompanies,
  demoPassword,
  demoPin,
  demoOperator,
  demoProducts,
  demoTraveller,
  ownerOf,
} from './demo-companies';
import { demoOwner } from './demo-owner';

const showcase = 'super-murah-shirt';

/**
 * Prints where the server is, the demo accounts and a line to paste. This is the only place where a secret is printed: the
 * key of a company that exists for demonstration only.
 */
export async function printBanner(app: NestFastifyApplication, address: string): Promise<void> {
  const key = await showcaseKey(app);
  const lines = [
    '',
    `Open the console at ${address}   API docs: ${address}/docs`,
    '',
    `Demo accounts, all with the password ${demoPassword} and the PIN ${demoPin}:`,
    ...demoCompanies.map(accountsOf),
    `  ${demoTraveller.username} (Member of Timecraft and Orbit Bookings)`,
    `  ${demoOperator} (platform staff: approves companies, enables products)`,
    '',
    `Demo products, asked for by Lintas Pay: ${demoProducts.map(productLine).join(', ')}`,
    '',
    'Try it:',
    `  ${key === null ? signInLine(address) : keyLine(address, key)}`,
    '',
  ];
  process.stdout.write(`${lines.join('\n')}\n`);
}

function accountsOf(company: DemoCompany): string {
  const others = company.others.map((other) => other.username.split('@')[0]);
  const also = others.length > 0 ? `, also ${others.map((name) => `${name ?? ''}@`).join(', ')}` : '';
  return `  ${ownerOf(company)}${also} (${company.name}: ${company.shows})`;
}

function productLine({ code, enabled }: (typeof demoProducts)[number]): string {
  return `${code} (${enabled ? 'enabled' : 'requested'})`;
}

function keyLine(address: string, key: string): string {
  return `curl -H 'X-API-Key: ${key}' ${address}/core/api/v1/sales_invoices`;
}

function signInLine(address: string): string {
  const body = JSON.stringify({ username: ownerOf({ slug: showcase }), password: demoPassword });
  return `curl -c cookies.txt -H 'Content-Type: application/json' -d '${body}' ${address}/api/v1/sessions`;
}

/** The key the demo data came with: null once it was revoked, or when its policy no longer lets it be shown. */
async function showcaseKey(app: NestFastifyApplication): Promise<string | null> {
  const owner = await demoOwner(app, showcase);
  if (owner === null) return null;
  // The oldest one. What was made later is the business of whoever made it, and is not printed.
  const { data } = await app
    .get(ListKeysService)
    .list(owner, { limit: 100, sort: '-createdAt', deleted: true, count: false });
  const key = data.at(-1);
  if (key?.status !== 'active') return null;
  try {
    return (await app.get(RevealKeyService).reveal(owner, key.id, null)).secret;
  } catch (error) {
    if (error instanceof Problem) return null;
    throw error;
  }
}
