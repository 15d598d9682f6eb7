import { Injectable } from '@nestjs/common';
import { PassportStrategy } from '@nestjs/passport';
import { Strategy } from 'passport';
import { trimPasted } from '../../../../libs/api-key';
import { headerText } from '../../../platform/http';
import { type PresentedCredential } from './presented-credential';

const base64 = /^[A-Za-z0-9+/]+={0,2}$/;

/** Reads `Authorization: Basic base64(username:key)` (RFC 7617), split at the first colon: a key has none. */
@Injectable()
export class BasicStrategy extends PassportStrategy(Strategy, 'basic') {
  override authenticate(request: { readonly headers: { readonly authorization?: string } }): void {
    const credentials = trimPasted(headerText(request.headers.authorization?.slice('Basic '.length) ?? ''));
    const presented = base64.test(credentials) ? this.validate(credentials) : null;
    if (presented === null) this.fail(401);
    else this.success(presented);
  }

  validate(credentials: string): PresentedCredential | null {
    const text = Buffer.from(credentials, 'base64').toString('utf8');
    const colon = text.indexOf(':');
    // Bytes that are no UTF-8 become U+FFFD, which stands in no username and in no key.
    if (colon === -1 || text.includes('\uFFFD')) return null;
    return { kind: 'key', text: text.slice(colon + 1), username: text.slice(0, colon) };
  }
}
