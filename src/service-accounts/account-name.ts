import { fieldFault } from '../../libs/problems';
import { invalidField } from '../platform/http';
import { skeletonOf } from '../platform/names';
import { canonicalUsername } from '../users';

/** The names that a service account goes by. */
export interface AccountName {
  readonly name: string;
  readonly nameSkeleton: string;
  /** `name@slug`. */
  readonly username: string;
}

/** What the longest name has: characters of its one spelling. */
export const maxNameLength = 64;

const rule = 'must be a name of letters, digits and signs, without blanks, colons and @';

/**
 * What a service account of this company is called: its name is the part of a username, so that keys can be sent with it.
 * @throws 422 for what cannot be part of a username, and for what is too long once it is spelled like one.
 */
export function accountName(asked: string, slug: string): AccountName {
  const username = asked.includes('@') ? null : canonicalUsername(`${asked}@${slug}`);
  const name = username?.slice(0, -slug.length - 1) ?? '';
  if (username === null || name === '' || name.includes('@'))
    throw invalidField('/name', fieldFault('not-a-username', {}, rule));
  // NFKC writes some letters as several.
  if (name.length > maxNameLength)
    throw invalidField('/name', fieldFault('too-long', { max: maxNameLength }));
  return { name, nameSkeleton: skeletonOf(name), username };
}
