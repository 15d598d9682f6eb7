import { serverAddress } from '../api/base-path';

/*
 * Tokens stand behind the #, which browsers keep to themselves: a server's log and a Referer never see them.
 */

/** What an invited person opens. */
export function invitationLink(token: string): string {
  return `${serverAddress()}/invitation#${encodeURIComponent(token)}`;
}

/** What someone opens who was given a new start. */
export function passwordResetLink(token: string): string {
  return `${serverAddress()}/password-reset#${encodeURIComponent(token)}`;
}

/** The token in the address of this page, or null. */
export function tokenIn(hash: string): string | null {
  const text = hash.replace(/^#/, '');
  return text === '' ? null : decodeURIComponent(text);
}

/** Where to sign in, so as to come back to this place. */
export function signInPath(place: { pathname: string; search: string }): string {
  const next = place.pathname + place.search;
  return next === '/' ? '/sign-in' : `/sign-in?next=${encodeURIComponent(next)}`;
}

/** The place to go back to. Only one of ours: `//elsewhere` and `/\elsewhere` would be another site. */
export function nextPlace(search: URLSearchParams): string {
  const next = search.get('next') ?? '/';
  return /^\/(?![/\\])/.test(next) ? next : '/';
}
