import { type Page } from 'playwright-core';
import { ask, type Look, password, people, pin, signIn, type Stage, takeKeyRoles } from '../support';
import { product } from './calls';

/**
 * Who opens a dialog. The owner is of an approved company with a PIN and every role, the same for all rows of a look; a
 * newcomer has just founded a company, and is another one in each row.
 */
export type Viewer = 'owner' | 'newcomer' | 'traveller' | 'operator';

/** Opens a page on which this person is signed in. */
export async function pageOf(viewer: Viewer, stage: Stage, look: Look, name: () => string): Promise<Page> {
  const page = await stage.newPage(look);
  switch (viewer) {
    case 'operator':
      await signIn(page, people.operator);
      return page;
    case 'traveller':
      await signIn(page, people['Member of two companies']);
      return page;
    case 'newcomer':
      await found(page, name());
      return page;
    case 'owner':
      await furnish(page, stage, await found(page, name()));
      return page;
  }
}

export interface Founded {
  readonly company: { readonly id: string; readonly name: string };
  readonly user: { readonly id: string; readonly username: string };
}

/** Founds a company, and signs in as its Owner. */
export async function found(page: Page, name: string): Promise<Founded> {
  const slug = name.toLowerCase().replaceAll(/[^a-z0-9]+/g, '-');
  const username = `owner@${slug}.test`;
  const founded = await ask<Founded>(page, 'POST', '/companies', {
    name,
    slug,
    owner: { username, password },
  });
  await signIn(page, username);
  return founded;
}

/** Approves a company as it is now. @param operator a page on which one is signed in. */
export async function approve(operator: Page, companyId: string): Promise<void> {
  const path = `/platform/companies/${companyId}`;
  const { revision } = await ask<{ revision: number }>(operator, 'GET', path);
  await ask(operator, 'POST', `${path}/approve`, { revision });
}

/** Everything that a key of any kind needs. */
async function furnish(page: Page, stage: Stage, { company }: Founded): Promise<void> {
  await ask(page, 'PUT', '/me/pin', { pin, password });
  await takeKeyRoles(page);
  await ask(page, 'POST', `/products/${product.code}/requests`);
  await ask(page, 'POST', '/company/submission');
  const operator = await stage.newPage();
  await signIn(operator, people.operator);
  await approve(operator, company.id);
  await ask(operator, 'PUT', `/platform/companies/${company.id}/products/${product.code}`, { enabled: true });
  await operator.context().close();
}
