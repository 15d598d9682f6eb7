import * as z from 'zod/mini';
import { defineEvent } from './define-event';
import { noFacts, text, textOrNone, texts, toBoth } from './facts';

const ofMember = { target: 'user', evicts: 'company' } as const;
const ofServiceAccount = { target: 'service-account', evicts: 'company' } as const;
const anAccount = { name: text, description: textOrNone, active: z.boolean() };

/** What happens to people: their membership, their proofs and their sessions; and to the machines beside them. */
export const peopleEvents = {
  memberInvited: defineEvent('member.invited', {
    label: 'Member invited',
    target: 'user',
    data: z.strictObject({ username: text, given: texts }),
  }),
  memberJoined: defineEvent('member.joined', {
    label: 'Member joined',
    ...ofMember,
    data: z.strictObject({ invitationId: text, invitedAs: text }),
  }),
  memberDeactivated: defineEvent('member.deactivated', {
    label: 'Member deactivated',
    ...ofMember,
    data: z.strictObject({ username: text }),
  }),
  memberReactivated: defineEvent('member.reactivated', {
    label: 'Member reactivated',
    ...ofMember,
    data: z.strictObject({ username: text }),
  }),
  memberRolesChanged: defineEvent('member.roles-changed', {
    label: 'Roles of a member changed',
    ...ofMember,
    data: z.strictObject({ username: text, given: texts, taken: texts }),
  }),
  memberRemoved: defineEvent('member.removed', {
    label: 'Member removed',
    ...ofMember,
    data: z.strictObject({ username: text }),
  }),

  // In the log of every company that the person was in, and in the platform's.
  userReleased: defineEvent('user.released', {
    label: 'Account released',
    ...ofMember,
    data: z.strictObject({ username: text, keys: z.int(), sessions: z.int() }),
    ...toBoth,
  }),

  serviceAccountCreated: defineEvent('service-account.created', {
    label: 'Service account created',
    target: 'service-account',
    data: z.strictObject({ name: text, description: textOrNone, given: texts }),
  }),
  serviceAccountUpdated: defineEvent('service-account.updated', {
    label: 'Service account changed',
    ...ofServiceAccount,
    data: z.strictObject({
      ...anAccount,
      given: texts,
      taken: texts,
      before: z.strictObject(anAccount),
    }),
  }),
  serviceAccountDeleted: defineEvent('service-account.deleted', {
    label: 'Service account deleted',
    ...ofServiceAccount,
    data: z.strictObject({ name: text }),
  }),

  // A person's own proofs: no key depends on them.
  userPinSet: defineEvent('user.pin-set', { label: 'PIN set', target: 'user', data: noFacts, ...toBoth }),
  userTotpConfirmed: defineEvent('user.totp-confirmed', {
    label: 'Authenticator app set up',
    target: 'user',
    data: noFacts,
    ...toBoth,
  }),
  userTotpRemoved: defineEvent('user.totp-removed', {
    label: 'Authenticator app removed',
    target: 'user',
    data: noFacts,
    ...toBoth,
  }),
  userPasswordChanged: defineEvent('user.password-changed', {
    label: 'Password changed',
    target: 'user',
    data: noFacts,
    ...toBoth,
  }),
  passwordResetIssued: defineEvent('password-reset.issued', {
    label: 'Password reset issued',
    target: 'user',
    data: z.strictObject({ username: text }),
    ...toBoth,
  }),
  passwordResetRedeemed: defineEvent('password-reset.redeemed', {
    label: 'Password reset used',
    target: 'user',
    data: noFacts,
    ...toBoth,
  }),
  factorLocked: defineEvent('factor.locked', {
    label: 'Step-up locked',
    target: 'user',
    data: z.strictObject({ factor: text }),
    ...toBoth,
  }),
  sessionOpened: defineEvent('session.opened', {
    label: 'Signed in',
    target: 'session',
    data: z.optional(z.strictObject({ keyId: z.optional(text) })),
    ...toBoth,
  }),
} as const;
