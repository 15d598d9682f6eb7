import { type events } from '../../libs/events';

type NoticeTopic = 'keys' | 'security' | 'people' | 'company';

/**
 * Who is told: the person that an event is about; the Owners; who holds a key, which is its owner and its maker; or its keepers as
 * well, which are those whose built-in roles are there to look after keys. Of a key nobody is told who may not read it.
 */
export type Audience = 'person' | 'owners' | 'holders' | 'keepers';

/** How people are told of one type of event. */
export interface Notice {
  readonly topic: NoticeTopic;
  readonly to: Audience;
  /** Those facts of the event that say it. */
  readonly facts: readonly string[];
  /** Also who did it themselves: a thief of their session acts in their name. */
  readonly evenOwnActs?: true;
  /** Only what somebody did. What the server did has a notice of its own. */
  readonly actsOnly?: true;
}

export type EventType = (typeof events)[keyof typeof events]['type'];

/** The only place that says of what people are told. */
export const notices: Readonly<Partial<Record<EventType, Notice>>> = {
  'key.expiring': { topic: 'keys', to: 'keepers', facts: ['name', 'expiresAt', 'days'] },
  'key.reported': { topic: 'keys', to: 'keepers', facts: ['name', 'last4', 'done'] },
  'key.disabled': { topic: 'keys', to: 'holders', facts: ['name'], actsOnly: true },
  'key.revoked': { topic: 'keys', to: 'holders', facts: ['name', 'reason'], actsOnly: true },

  'user.password-changed': aboutAProof(),
  'user.pin-set': aboutAProof(),
  'user.totp-confirmed': aboutAProof(),
  'user.totp-removed': aboutAProof(),
  'password-reset.issued': aboutAProof(),
  'password-reset.redeemed': aboutAProof(),
  'factor.locked': { ...aboutAProof(), facts: ['factor'] },

  'member.joined': { topic: 'people', to: 'owners', facts: [] },
  'member.roles-changed': { topic: 'people', to: 'person', facts: ['given', 'taken'] },

  'company.approved': aboutTheCompany(),
  'company.rejected': aboutTheCompany('reason'),
  'company.suspended': aboutTheCompany(),
  'company.reinstated': aboutTheCompany(),
  'company.name-approved': aboutTheCompany(),
  'company.name-rejected': aboutTheCompany(),
  'product.enabled': aboutTheCompany('name'),
  'product.disabled': aboutTheCompany('name'),
};

function aboutAProof(): Notice {
  return { topic: 'security', to: 'person', facts: [], evenOwnActs: true };
}

function aboutTheCompany(...facts: string[]): Notice {
  return { topic: 'company', to: 'owners', facts };
}
