import { Inject, Injectable } from '@nestjs/common';
import { parseCookie, stringifySetCookie } from 'cookie';
import { CONFIG, type Config } from '../../platform/config';
import { hourMs } from '../../platform';

/** No session lives longer, however busy it is. */
export const sessionLifetimeMs = 12 * hourMs;

/**
 * The cookie that carries a session. With https it has the `__Host-` prefix, which binds it to this very host. Browsers take that only for
 * a whole host: below a path the prefix is `__Secure-`, and the cookie is sent to what is below that path only (docs/adr/0067).
 */
@Injectable()
export class SessionCookie {
  private readonly secure: boolean;
  private readonly name: string;
  private readonly path: string;

  constructor(@Inject(CONFIG) config: Config) {
    const { publicUrl, basePath } = config.http;
    this.secure = publicUrl.startsWith('https:');
    this.path = basePath === '' ? '/' : basePath;
    const prefix = basePath === '' ? '__Host-' : '__Secure-';
    this.name = this.secure ? `${prefix}kunci_session` : 'kunci_session';
  }

  /** The session token in a `Cookie` header, or null. Of several with the name, browsers send the one with the longest path first. */
  read(header: string | undefined): string | null {
    if (header === undefined) return null;
    return parseCookie(header)[this.name] ?? null;
  }

  /** A `Set-Cookie` that gives the token to the browser. */
  give(token: string): string {
    return this.write(token, sessionLifetimeMs / 1000);
  }

  /** A `Set-Cookie` that takes it away. */
  takeBack(): string {
    return this.write('', 0);
  }

  private write(value: string, maxAge: number): string {
    const { name, path, secure } = this;
    return stringifySetCookie({ name, value, httpOnly: true, sameSite: 'lax', path, secure, maxAge });
  }
}
