/** The sentence of each event that the server writes. A test holds this table against the server's code. */
export const sentences = {
  'company.founded': 'says.companyFounded',
  'company.updated': 'says.companyUpdated',
  'company.submitted': 'says.companySubmitted',
  'company.approved': 'says.companyApproved',
  'company.rejected': 'says.companyRejected',
  'company.suspended': 'says.companySuspended',
  'company.reinstated': 'says.companyReinstated',
  'product.requested': 'says.productRequested',
  'product.enabled': 'says.productEnabled',
  'product.disabled': 'says.productDisabled',
  'product.created': 'says.productCreated',
  'settings.updated': 'says.settingsUpdated',
  'role.created': 'says.roleCreated',
  'role.updated': 'says.roleUpdated',
  'role.deleted': 'says.roleDeleted',
  'member.invited': 'says.memberInvited',
  'member.joined': 'says.memberJoined',
  'member.deactivated': 'says.memberDeactivated',
  'member.reactivated': 'says.memberReactivated',
  'member.roles-changed': 'says.memberRolesChanged',
  'member.removed': 'says.memberRemoved',
  'user.pin-set': 'says.userPinSet',
  'user.totp-confirmed': 'says.userTotpConfirmed',
  'user.totp-removed': 'says.userTotpRemoved',
  'user.password-changed': 'says.userPasswordChanged',
  'password-reset.issued': 'says.passwordResetIssued',
  'password-reset.redeemed': 'says.passwordResetRedeemed',
  'factor.locked': 'says.factorLocked',
  'session.opened': 'says.sessionOpened',
  'key.generated': 'says.keyGenerated',
  'key.updated': 'says.keyUpdated',
  'key.rotated': 'says.keyRotated',
  'key.overlap-ended': 'says.keyOverlapEnded',
  'key.revealed': 'says.keyRevealed',
  'key.revoked': 'says.keyRevoked',
  'key.deleted': 'says.keyDeleted',
  'key.expiring': 'says.keyExpiring',
  'sales-invoice.created': 'says.salesInvoiceCreated',
  'service-key.generated': 'says.serviceKeyGenerated',
  'service-key.revoked': 'says.serviceKeyRevoked',
  'operator.created': 'says.operatorCreated',
  'database.restored': 'says.databaseRestored',
} as const;

/** What each is called among the filters. */
export const typeLabels = {
  'company.founded': 'types.companyFounded',
  'company.updated': 'types.companyUpdated',
  'company.submitted': 'types.companySubmitted',
  'company.approved': 'types.companyApproved',
  'company.rejected': 'types.companyRejected',
  'company.suspended': 'types.companySuspended',
  'company.reinstated': 'types.companyReinstated',
  'product.requested': 'types.productRequested',
  'product.enabled': 'types.productEnabled',
  'product.disabled': 'types.productDisabled',
  'product.created': 'types.productCreated',
  'settings.updated': 'types.settingsUpdated',
  'role.created': 'types.roleCreated',
  'role.updated': 'types.roleUpdated',
  'role.deleted': 'types.roleDeleted',
  'member.invited': 'types.memberInvited',
  'member.joined': 'types.memberJoined',
  'member.deactivated': 'types.memberDeactivated',
  'member.reactivated': 'types.memberReactivated',
  'member.roles-changed': 'types.memberRolesChanged',
  'member.removed': 'types.memberRemoved',
  'user.pin-set': 'types.userPinSet',
  'user.totp-confirmed': 'types.userTotpConfirmed',
  'user.totp-removed': 'types.userTotpRemoved',
  'user.password-changed': 'types.userPasswordChanged',
  'password-reset.issued': 'types.passwordResetIssued',
  'password-reset.redeemed': 'types.passwordResetRedeemed',
  'factor.locked': 'types.factorLocked',
  'session.opened': 'types.sessionOpened',
  'key.generated': 'types.keyGenerated',
  'key.updated': 'types.keyUpdated',
  'key.rotated': 'types.keyRotated',
  'key.overlap-ended': 'types.keyOverlapEnded',
  'key.revealed': 'types.keyRevealed',
  'key.revoked': 'types.keyRevoked',
  'key.deleted': 'types.keyDeleted',
  'key.expiring': 'types.keyExpiring',
  'sales-invoice.created': 'types.salesInvoiceCreated',
  'service-key.generated': 'types.serviceKeyGenerated',
  'service-key.revoked': 'types.serviceKeyRevoked',
  'operator.created': 'types.operatorCreated',
  'database.restored': 'types.databaseRestored',
} as const;

export type EventType = keyof typeof sentences;

// A cast: Object.keys knows no literal types.
const allTypes = Object.keys(sentences) as EventType[];

/** What happens to no company in particular stands in no company's trail. */
const ofThePlatform: readonly EventType[] = [
  'product.created',
  'service-key.generated',
  'service-key.revoked',
  'operator.created',
  'database.restored',
];

/** Those that a company's trail can have. */
export const eventTypes: readonly EventType[] = allTypes.filter((type) => !ofThePlatform.includes(type));

export function isEventType(type: string): type is EventType {
  return Object.hasOwn(sentences, type);
}
