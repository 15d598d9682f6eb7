import { type Page } from 'playwright-core';

/** Asks the API as who is signed in on this page. What it refuses is a mistake of the test. */
export async function ask<Answer>(page: Page, method: string, path: string, data?: unknown): Promise<Answer> {
  const answer = await page.context().request.fetch(`/api/v1${path}`, {
    method,
    ...(data === undefined ? {} : { data }),
  });
  if (!answer.ok()) throw new Error(`${method} ${path}: ${answer.status()} ${await answer.text()}`);
  // A cast: what the routes answer is proved where they are made.
  return (answer.status() === 204 ? null : await answer.json()) as Answer;
}

type Proof = 'none' | 'password' | 'pin' | 'totp';

/** What a company allows its keys, as far as a dialog looks different for it. */
export interface Policy {
  readonly nameRequired?: boolean;
  readonly visibility?: 'once' | 'recoverable';
  readonly format?: 'prefixed' | 'hex32';
  readonly maxLifetimeDays?: number;
  readonly stepUp?: Partial<Record<'generate' | 'reveal' | 'rotate' | 'revoke', Proof>>;
}

export type Kind = 'company' | 'product' | 'personal';

const usual = { enabled: true, nameRequired: false, visibility: 'recoverable', format: 'prefixed' } as const;
const noProof = { generate: 'none', reveal: 'none', rotate: 'none', revoke: 'none' } as const;

/** Sets the policy for keys of one kind: what is not said is as usual, whatever it was before. */
export async function allow(page: Page, kind: Kind, { stepUp, ...policy }: Policy = {}): Promise<void> {
  const whole = { ...usual, ...policy, stepUp: { ...noProof, ...stepUp } };
  await ask(page, 'PATCH', '/settings', { keys: { [kind]: whole } });
}

export interface MadeKey {
  readonly id: string;
  readonly name: string;
  readonly secret: string;
}

/** The product whose keys companies of these tests have. */
export const product = { code: 'disbursement', name: 'Disbursement' } as const;

/** Makes a key without asking for any proof; the policy of its kind is as usual afterwards. */
export async function makeKey(page: Page, kind: Kind, name: string): Promise<MadeKey> {
  await allow(page, kind);
  const body = { kind, name, ...(kind === 'product' ? { product: product.code } : {}) };
  const { key, secret } = await ask<{ key: { id: string }; secret: string }>(page, 'POST', '/keys', body);
  return { id: key.id, name, secret };
}
