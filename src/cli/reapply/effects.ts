import { manifests } from '../../manifests';
import { companyEffects } from './company-effects';
import { type Effect, type Effects } from './effect';
import { keyEffects } from './key-effects';
import { peopleEffects } from './people-effects';
import { productEffects } from './product-effects';

/** Every type of event that changes what an older database would allow. */
export const effects: Effects = { ...keyEffects, ...peopleEffects, ...companyEffects, ...productEffects };

/** The effect of this type of event, or null: the log may contain types that change nothing, or that this version does not know. */
export function effectOf(type: string): Effect | null {
  const table: Readonly<Record<string, Effect | undefined>> = effects;
  return table[type] ?? null;
}

/** Made after the backup, and so missing: the log names it, but does not contain it. */
export const made: readonly string[] = [
  'company.founded',
  'key-shape.added',
  'key.generated',
  'key.imported',
  'operator.created',
  'product.created',
  'product.requested',
  'role.created',
  'service-account.created',
  'service-key.generated',
];

/** Of business modules, whose rows are as in the backup: the log names the change, but does not contain it. */
export const ofModules: readonly string[] = manifests.flatMap((manifest) =>
  manifest.events.map(({ type }) => type),
);

/** These have no effect: a restore ends all sessions and resets anyway. */
export const passing: readonly string[] = [
  'database.restored',
  'factor.locked',
  'key.expiring',
  // What a report ended is told by the event beside it.
  'key.reported',
  'key.revealed',
  // Removing a shape ends no key.
  'key-shape.removed',
  'password-reset.issued',
  'service-key.reported',
  'session.opened',
];
