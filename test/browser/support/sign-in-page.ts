import { type Page } from 'playwright-core';
import { password } from './people';

/** Signs in on the page for it, which is there already: English, as the words of these tests are. */
export async function signInHere(page: Page, username: string, secret: string = password): Promise<void> {
  await page.getByRole('heading', { name: 'Sign in' }).waitFor();
  await page.getByLabel('Username').fill(username);
  await page.getByLabel('Password or API key').fill(secret);
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
}
