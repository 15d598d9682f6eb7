import { manifests } from '../../manifests';
import { companyEffects } from './company-effects';
import { type Effect, type Effects } from './effect';
import { keyEffects } from './key-effects';
import { peopleEffects } from './people-effects';

/** Every type of event that changes what a database of an earlier time would allow. */
export const effects: Effects = { ...keyEffects, ...peopleEffects, ...companyEffects };

/** The effect of this type of event, or null: the log may have types that change nothing, or that nobody knows. */
export function effectOf(type: string): Effect | null {
  const table: Readonly<Record<string, Effect | undefined>> = effects;
  return table[type] ?? null;
}

/** Made after the backup, and so not there: the log names it, and does not hold it. */
export const made: readonly string[] = [
  'company.founded',
  'key.generated',
  'operator.created',
  'product.created',
  'product.requested',
  'role.created',
  'service-key.generated',
];

/** Of business modules, whose rows are as in the backup: the log names what was done to them, and does not hold it. */
export const ofModules: readonly string[] = manifests.flatMap((manifest) =>
  manifest.events.map(({ type }) => type),
);

/** Nothing of these is left to apply: all sessions and resets end with a restore anyway. */
export const passing: readonly string[] = [
  'database.restored',
  'factor.locked',
  'key.expiring',
  'key.revealed',
  'password-reset.issued',
  'session.opened',
];
