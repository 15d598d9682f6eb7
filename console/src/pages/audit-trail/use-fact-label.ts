import { useTranslation } from 'react-i18next';
import { plainWords } from '../../../../libs/events';
import type words from '../../locales/en/audit-trail.json';

/** What the log's facts are called here, by their names in it. */
const labels = {
  active: 'fact.active',
  address: 'fact.address',
  algorithm: 'fact.algorithm',
  allowedAddresses: 'fact.allowedAddresses',
  alphabet: 'fact.alphabet',
  currency: 'fact.currency',
  days: 'fact.days',
  description: 'fact.description',
  done: 'fact.done',
  endsAt: 'fact.endsAt',
  environment: 'fact.environment',
  expiresAt: 'fact.expiresAt',
  factor: 'fact.factor',
  given: 'fact.given',
  grants: 'fact.grants',
  invitationId: 'fact.invitationId',
  invitedAs: 'fact.invitedAs',
  itself: 'fact.itself',
  keyId: 'fact.keyId',
  keys: 'fact.keys',
  kind: 'fact.kind',
  last4: 'fact.last4',
  length: 'fact.length',
  limit: 'fact.limit',
  locale: 'fact.locale',
  metadata: 'fact.metadata',
  name: 'fact.name',
  number: 'fact.number',
  overlapSeconds: 'fact.overlapSeconds',
  permissions: 'fact.permissions',
  prefix: 'fact.prefix',
  product: 'fact.product',
  quota: 'fact.quota',
  rateLimits: 'fact.rateLimits',
  reason: 'fact.reason',
  refill: 'fact.refill',
  sessions: 'fact.sessions',
  slug: 'fact.slug',
  start: 'fact.start',
  taken: 'fact.taken',
  timeZone: 'fact.timeZone',
  total: 'fact.total',
  username: 'fact.username',
  windowSeconds: 'fact.windowSeconds',
} as const satisfies Readonly<Record<string, `fact.${keyof (typeof words)['fact']}`>>;

const known = new Map<string, (typeof labels)[keyof typeof labels]>(Object.entries(labels));

/** Says what a fact is. One that has no word here, as of a business module, is said by its name in the log. */
export function useFactLabel(): (name: string) => string {
  const { t } = useTranslation('audit-trail');
  return (name) => {
    const label = known.get(name);
    return label === undefined ? plainWords(name) : t(label);
  };
}
