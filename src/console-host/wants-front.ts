import { type IncomingHttpHeaders } from 'node:http';
import { type FrontLanguage } from './drawn-front';

/** Other ways in, which have forms of their own, and what shows the patterns to whoever builds them. */
const otherForms = /^\/(?:sign-up|invitation|password-reset|styleguide)(?:[/?]|$)/;
const sessionCookie = /(?:^|;\s*)(?:__(?:Host|Secure)-)?kunci_session=[^;\s]/;

/** Whether the console will ask this browser to sign in: it brings no session, and every other place needs one. */
export function wantsFront(url: string, { cookie }: IncomingHttpHeaders): boolean {
  return !otherForms.test(url) && !sessionCookie.test(cookie ?? '');
}

/** The language that was chosen in this browser, else the one it prefers, as console/src/i18n/language.ts decides. */
export function languageOf(headers: IncomingHttpHeaders): FrontLanguage {
  const chosen = /(?:^|;\s*)kunci_language=(en|id)(?:;|$)/.exec(headers.cookie ?? '')?.[1];
  const preferred = headers['accept-language']?.trim().slice(0, 2).toLowerCase();
  return (chosen ?? preferred) === 'id' ? 'id' : 'en';
}

/** The best packing that a client takes. */
export function encodingOf({ 'accept-encoding': accepted = '' }: IncomingHttpHeaders): 'br' | 'gzip' | null {
  const list = (Array.isArray(accepted) ? accepted.join() : accepted).toLowerCase().split(',');
  const takes = (name: string): boolean =>
    list.some((item) => {
      const [coding = '', ...params] = item.split(';').map((part) => part.trim());
      return coding === name && !params.some((param) => /^q=0(\.0*)?$/.test(param));
    });
  if (takes('br')) return 'br';
  return takes('gzip') ? 'gzip' : null;
}
