import { isChangeable, type Key } from '../../keys/key';
import type { KnownKey } from './use-known-keys';

/** What to do with a key that somebody knows. */
export type Choice = 'keep' | 'rotate' | 'disable' | 'revoke';

export type Choices = ReadonlyMap<string, Choice>;

/** Whether the user may do this to the key. */
export type May = (action: 'rotate' | 'update' | 'revoke', key: Key) => boolean;

/** What the user can choose for a key; keeping it is always possible. */
export function choicesFor(key: Key, may: May): readonly Choice[] {
  return [
    ...(isChangeable(key) && may('rotate', key) ? (['rotate'] as const) : []),
    ...(key.status === 'active' && may('update', key) ? (['disable'] as const) : []),
    ...(may('revoke', key) ? (['revoke'] as const) : []),
    'keep',
  ];
}

/** What was chosen; else what works on gets a new secret, as far as the user may give it one, unless that has just been done. */
export function choiceOf({ key }: KnownKey, chosen: Choices, may: May): Choice {
  const choice = chosen.get(key.id);
  const possible = choicesFor(key, may);
  if (choice !== undefined && possible.includes(choice)) return choice;
  return key.status === 'active' && key.superseded === null && possible.includes('rotate')
    ? 'rotate'
    : 'keep';
}
