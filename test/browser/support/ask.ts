import { type Page } from 'playwright-core';

/** Calls the API as the person who is signed in on this page. A refusal is a mistake of the test. */
export async function ask<Answer>(page: Page, method: string, path: string, data?: unknown): Promise<Answer> {
  const answer = await page.context().request.fetch(`/api/v1${path}`, {
    method,
    ...(data === undefined ? {} : { data }),
  });
  if (!answer.ok()) throw new Error(`${method} ${path}: ${answer.status()} ${await answer.text()}`);
  // A cast: what the routes answer is proved where they are made.
  return (answer.status() === 204 ? null : await answer.json()) as Answer;
}
