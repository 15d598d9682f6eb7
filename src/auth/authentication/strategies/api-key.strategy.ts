import { Injectable } from '@nestjs/common';
import { PassportStrategy } from '@nestjs/passport';
import { Strategy } from 'passport';
import { type Presented } from './presented';

/** The header this strategy reads. `Authorization: Bearer` is handed to it under the same name. */
export const apiKeyHeader = 'x-api-key';

/** Reads a key that stands alone, as it is. */
@Injectable()
export class ApiKeyStrategy extends PassportStrategy(Strategy, 'api-key') {
  override authenticate(request: { readonly headers: Readonly<Record<string, unknown>> }): void {
    const presented = this.validate(request.headers[apiKeyHeader]);
    if (presented === null) this.fail(401);
    else this.success(presented);
  }

  validate(text: unknown): Presented | null {
    return typeof text !== 'string' || text === '' ? null : { kind: 'key', text, username: null };
  }
}
