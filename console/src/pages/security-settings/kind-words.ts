import type { KeyKind } from '../../session/use-settings';

/** How each kind of key is called here, and for whom a limit of its number counts. */
export const kindWords = {
  company: { name: 'kind.company', most: 'most.company' },
  product: { name: 'kind.product', most: 'most.product' },
  personal: { name: 'kind.personal', most: 'most.personal' },
  machine: { name: 'kind.machine', most: 'most.machine' },
} as const satisfies Readonly<Record<KeyKind, { name: string; most: string }>>;
