/** What the console says of a key: its status, that it fails or ends soon, or that it was deleted. */
export type KeyBadgeStatus =
  | 'active'
  | 'failing'
  | 'expiringSoon'
  | 'expired'
  | 'disabled'
  | 'broken'
  | 'revoked'
  | 'suspended'
  | 'deleted';

export interface KeyStanding {
  readonly status: 'active' | 'expired' | 'disabled' | 'broken' | 'revoked' | 'suspended';
  readonly expiringSoon: boolean;
  /** Whether it was refused in the last 24 hours. */
  readonly failing: boolean;
  readonly deletedAt: string | null;
}

/** The one thing to say of a key, the gravest first. */
export function keyBadgeStatus({ status, expiringSoon, failing, deletedAt }: KeyStanding): KeyBadgeStatus {
  if (deletedAt !== null) return 'deleted';
  if (status !== 'active') return status;
  if (failing) return 'failing';
  return expiringSoon ? 'expiringSoon' : status;
}
