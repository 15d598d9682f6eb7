/** What the console says of a key: its status, that it ends soon, or that it was deleted. */
export type KeyBadgeStatus =
  'active' | 'expiringSoon' | 'expired' | 'disabled' | 'broken' | 'revoked' | 'suspended' | 'deleted';

export interface KeyStanding {
  readonly status: 'active' | 'expired' | 'disabled' | 'broken' | 'revoked' | 'suspended';
  readonly expiringSoon: boolean;
  readonly deletedAt: string | null;
}

/** The one thing to say of a key, the gravest first. */
export function keyBadgeStatus({ status, expiringSoon, deletedAt }: KeyStanding): KeyBadgeStatus {
  if (deletedAt !== null) return 'deleted';
  return status === 'active' && expiringSoon ? 'expiringSoon' : status;
}
