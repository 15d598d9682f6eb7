import { type ChangeEvent } from '../../cluster';

/** What an event changes for keys: those of one key or company, by its id; all, or none. */
export type Changed =
  | { readonly what: 'one'; readonly id: string }
  | { readonly what: 'everything' }
  | { readonly what: 'nothing' };

/**
 * Reads what an event may have changed of what a verification depends on. It is generous: of a person, a role, a product or
 * a policy it takes the whole company, since that changes rarely and one key is read again in a millisecond.
 * Whoever adds a table to the statement in `holder-statement.ts` adds what its events are about here.
 */
export function changedBy({
  companyId,
  targetType,
  targetId,
}: Pick<ChangeEvent, 'companyId' | 'targetType' | 'targetId'>): Changed {
  switch (targetType) {
    case 'key':
    case 'service-key':
      return { what: 'one', id: targetId };
    case 'user':
      // Rights are held in a company. What somebody of none does to their password or PIN must not cost all others theirs.
      return companyId === null ? { what: 'nothing' } : { what: 'one', id: companyId };
    case 'company':
    case 'role':
    case 'product':
      return companyId === null ? { what: 'everything' } : { what: 'one', id: companyId };
    default:
      return { what: 'nothing' };
  }
}
