import { type EventCatalogue } from '../../../libs/events';
import { type ChangeEvent } from '../../cluster';

/** The label of every entry that says of a text which another system may have issued that it is no key, or whose it is by a hash. */
export const foreignTexts = 'foreign-texts';

/** What an event evicts from the cache of keys: the entries of one key or one company, by its id; all, or none. */
export type Evicted =
  | { readonly what: 'one'; readonly id: string }
  | { readonly what: 'everything' }
  | { readonly what: 'nothing' };

/**
 * Reads what an event evicts: its definition says so, in `libs/events` or in the manifest of its module. An event that is
 * not declared was written by a newer version, and evicts everything that it may be about.
 */
export function evictedBy(
  { companyId, type, targetId }: Pick<ChangeEvent, 'companyId' | 'type' | 'targetId'>,
  catalogue: EventCatalogue,
): Evicted {
  switch (catalogue.find(type)?.evicts ?? 'company') {
    case 'nothing':
      return { what: 'nothing' };
    case 'key':
      return { what: 'one', id: targetId };
    case 'foreign-texts':
      return { what: 'one', id: foreignTexts };
    case 'company':
      return companyId === null ? { what: 'everything' } : { what: 'one', id: companyId };
  }
}
