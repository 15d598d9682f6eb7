import { dayMs } from '../platform';

/** What lists show. */
export const keyStatuses = ['suspended', 'revoked', 'broken', 'expired', 'disabled', 'active'] as const;
export type KeyStatus = (typeof keyStatuses)[number];

/** Why a key does not work, independent of the request, or that it does. Worst first. */
export type Standing =
  'COMPANY_SUSPENDED' | 'REVOKED' | 'EXPIRED' | 'DISABLED' | 'PRODUCT_DISABLED' | 'OWNER_INACTIVE' | 'GOOD';

export interface KeyFacts {
  readonly companySuspended: boolean;
  readonly revokedAt: Date | null;
  /** When the secret at hand stops because a newer one took its place; null for the newest. */
  readonly endsAt: Date | null;
  /** The effective one. */
  readonly expiresAt: Date | null;
  readonly kindEnabled: boolean;
  /** Whether its product is enabled for the company; true for a key of no product. */
  readonly productEnabled: boolean;
  /** Whether its owner is an active member, and has been since it was made; true for a key of no one. */
  readonly ownerActive: boolean;
}

/** Where a key stands. Verification and lists both ask here, so they cannot disagree. */
export function standingOf(facts: KeyFacts, now: Date): Standing {
  if (facts.companySuspended) return 'COMPANY_SUSPENDED';
  if (facts.revokedAt !== null || isOver(facts.endsAt, now)) return 'REVOKED';
  if (isOver(facts.expiresAt, now)) return 'EXPIRED';
  if (!facts.kindEnabled) return 'DISABLED';
  if (!facts.productEnabled) return 'PRODUCT_DISABLED';
  if (!facts.ownerActive) return 'OWNER_INACTIVE';
  return 'GOOD';
}

function isOver(end: Date | null, now: Date): boolean {
  return end !== null && end <= now;
}

/** The status of a key that can be read. Of others, see `statusOfRow`. */
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
