import { Injectable } from '@nestjs/common';
import { HeaderAPIKeyStrategy } from 'passport-headerapikey';
import { type PresentedCredential } from './presented-credential';

/** The header this strategy reads. `Authorization: Bearer` is handed to it under the same name. */
export const apiKeyHeader = 'x-api-key';

/**
 * Reads a key that stands alone, as it is. The library's own class, and not the mixin of `@nestjs/passport`, whose callback is
 * a promise: a strategy answers before it returns.
 */
@Injectable()
export class ApiKeyStrategy extends HeaderAPIKeyStrategy {
  constructor() {
    // No prefix, for the library puts it into a regular expression unescaped. No request in the callback: it would come last,
    // where `@nestjs/passport` expects `done`, and the fault of calling it would end the process.
    super({ header: 'X-API-Key', prefix: '' }, false, (text, done) => done(null, keyAlone(text)));
    this.name = 'api-key';
  }
}

function keyAlone(text: string): PresentedCredential {
  return { kind: 'key', text, username: null };
}
