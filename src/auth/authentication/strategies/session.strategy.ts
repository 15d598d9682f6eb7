import { Injectable } from '@nestjs/common';
import { PassportStrategy } from '@nestjs/passport';
import { Strategy } from 'passport';
import { SessionCookie } from '../../sessions/session-cookie';
import { type PresentedCredential } from './presented-credential';

/** Reads the session cookie. */
@Injectable()
export class SessionStrategy extends PassportStrategy(Strategy, 'session') {
  constructor(private readonly cookie: SessionCookie) {
    super();
  }

  override authenticate(request: { readonly headers: { readonly cookie?: string } }): void {
    const presented = this.validate(request.headers.cookie);
    if (presented === null) this.fail(401);
    else this.success(presented);
  }

  validate(header: string | undefined): PresentedCredential | null {
    const token = this.cookie.read(header);
    return token === null ? null : { kind: 'session', token };
  }
}
