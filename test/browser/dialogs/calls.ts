import { type Page } from 'playwright-core';
import { ask } from '../support';

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
