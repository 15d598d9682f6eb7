import { answerOf, api, type Schemas } from '../../api/client';
import type { KeyKind } from '../../session/use-settings';

export type KeyPolicy = Schemas['KeyPolicy'];
export type PolicyPatch = Schemas['KeyPolicyPatch'];

/** What a change takes from keys that work now. */
export interface PolicyLoss {
  /** All keys of the kind stop at once. */
  readonly stops: boolean;
  /** So many expire earlier. */
  readonly capped: number;
}

/** Whether these days allow keys a shorter life than before. */
export function isShorter(days: number | null | undefined, before: number | null): days is number {
  return typeof days === 'number' && days >= 1 && (before === null || days < before);
}

/** The longest life a rule can allow, in days. More is for the server to refuse, at the field. */
export function longestDays(kind: KeyKind): number {
  return kind === 'personal' ? 180 : 3650;
}

/** How many keys that work now would expire earlier. */
export async function cappedBy(kind: KeyKind, maxLifetimeDays: number): Promise<number> {
  const body = { kind, maxLifetimeDays };
  return (await answerOf(api.POST('/api/v1/keys/policy-preview', { body }))).affected;
}

/** @returns null when nothing is taken, and nobody need be asked again. */
export async function lossOf(
  kind: KeyKind,
  before: KeyPolicy,
  patch: PolicyPatch,
): Promise<PolicyLoss | null> {
  const stops = before.enabled && patch.enabled === false;
  const { maxLifetimeDays: days } = patch;
  const caps = isShorter(days, before.maxLifetimeDays) && days <= longestDays(kind);
  const capped = caps ? await cappedBy(kind, days) : 0;
  return stops || capped > 0 ? { stops, capped } : null;
}
