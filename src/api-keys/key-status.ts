import { dayMs } from '../platform';

/** What lists show. */
export const keyStatuses = ['suspended', 'revoked', 'broken', 'expired', 'disabled', 'active'] as const;
export type KeyStatus = (typeof keyStatuses)[number];

/** Whether a key works, independent of the request, and if not, why. Worst first. */
export type Standing =
  'COMPANY_SUSPENDED' | 'REVOKED' | 'EXPIRED' | 'DISABLED' | 'PRODUCT_DISABLED' | 'OWNER_INACTIVE' | 'GOOD';

export interface KeyFacts {
  readonly companySuspended: boolean;
  readonly revokedAt: Date | null;
  /** When this secret stops working because a newer one replaced it; null for the newest. */
  readonly endsAt: Date | null;
  /** The effective expiry. */
  readonly expiresAt: Date | null;
  /** Since when the key itself is disabled; null for one that is not. */
  readonly disabledAt: Date | null;
  readonly kindEnabled: boolean;
  /** Whether its product is enabled for the company; true for a key without a product. */
  readonly productEnabled: boolean;
  /** Whether its owner is an active member, and has been since the key was made; true for a key without an owner. */
  readonly ownerActive: boolean;
}

/** The standing of a key. Verification and lists both use this, so they cannot disagree. */
export function standingOf(facts: KeyFacts, now: Date): Standing {
  if (facts.companySuspended) return 'COMPANY_SUSPENDED';
  if (facts.revokedAt !== null || isOver(facts.endsAt, now)) return 'REVOKED';
  if (isOver(facts.expiresAt, now)) return 'EXPIRED';
  if (facts.disabledAt !== null || !facts.kindEnabled) return 'DISABLED';
  if (!facts.productEnabled) return 'PRODUCT_DISABLED';
  if (!facts.ownerActive) return 'OWNER_INACTIVE';
  return 'GOOD';
}

function isOver(end: Date | null, now: Date): boolean {
  return end !== null && end <= now;
}

/** The status of a readable key. For others, see `statusOfRow`. */
export function statusOf(facts: KeyFacts, now: Date): KeyStatus {
  const standing = standingOf(facts, now);
  switch (standing) {
    case 'COMPANY_SUSPENDED':
      return 'suspended';
    case 'REVOKED':
      return 'revoked';
    case 'EXPIRED':
      return 'expired';
    case 'DISABLED':
    case 'PRODUCT_DISABLED':
    case 'OWNER_INACTIVE':
      return 'disabled';
    case 'GOOD':
      return 'active';
  }
}

const soonMs = 14 * dayMs;

/** Whether a key that works will expire within fourteen days. */
export function isExpiringSoon(facts: KeyFacts, now: Date): boolean {
  const { expiresAt } = facts;
  return (
    standingOf(facts, now) === 'GOOD' && expiresAt !== null && expiresAt.getTime() - now.getTime() <= soonMs
  );
}

/** When a secret that works stops working, by its expiry or as its overlap ends, if that is within fourteen days; else null. */
export function endingSoon(
  { expiresAt, endsAt }: Pick<KeyFacts, 'expiresAt' | 'endsAt'>,
  now: Date,
): Date | null {
  const end = endsAt === null || (expiresAt !== null && expiresAt < endsAt) ? expiresAt : endsAt;
  return end !== null && end.getTime() - now.getTime() <= soonMs ? end : null;
}
