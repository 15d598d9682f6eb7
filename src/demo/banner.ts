import { type NestFastifyApplication } from '@nestjs/platform-fastify';
import { ListKeysService, RevealKeyService } from '../api-keys';
import { Problem } from '../platform/http';
import {
  type DemoCompany,
  demoCompanies,
  demoOperator,
  demoPassword,
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
    `Kunci runs at ${address}   API docs: ${address}/docs`,
    '',
    `Demo accounts, all with the password ${demoPassword}:`,
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

/** The key that still works, or null once it was revoked or its policy no longer lets it be shown. */
async function showcaseKey(app: NestFastifyApplication): Promise<string | null> {
  const owner = await demoOwner(app, showcase);
  if (owner === null) return null;
  const query = { limit: 1, deleted: false, status: 'active' } as const;
  const page = await app.get(ListKeysService).list(owner, query);
  const [key] = page.data;
  if (key === undefined) return null;
  try {
    return (await app.get(RevealKeyService).reveal(owner, key.id, null)).secret;
  } catch (error) {
    if (error instanceof Problem) return null;
    throw error;
  }
}
