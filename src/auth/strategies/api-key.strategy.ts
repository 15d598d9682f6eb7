import { Injectable } from '@nestjs/common';
import { PassportStrategy } from '@nestjs/passport';
import { HeaderAPIKeyStrategy } from 'passport-headerapikey';
import { type Presented } from './presented';

/** The header this strategy reads. `Authorization: Bearer` is handed to it under the same name. */
export const apiKeyHeader = 'x-api-key';

/**
 * Reads a key that stands alone. The prefix is empty and the request is not asked for: the library would put a prefix
 * into a regular expression as it is, and with the request one call can end the process.
 */
@Injectable()
export class ApiKeyStrategy extends PassportStrategy(HeaderAPIKeyStrategy, 'api-key') {
  constructor() {
    super({ header: apiKeyHeader, prefix: '' }, false);
  }

  validate(text: string): Presented {
    return { kind: 'key', text, username: null };
  }
}
