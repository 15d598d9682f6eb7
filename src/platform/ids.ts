import { Injectable } from '@nestjs/common';
import { v7 } from 'uuid';
import { Clock } from './clock';

/** Makes ids: UUIDv7 (RFC 9562), so that sorting by id is sorting by creation. */
@Injectable()
export class Ids {
  constructor(private readonly clock: Clock) {}

  next(): string {
    return v7({ msecs: this.clock.now().getTime() });
  }
}

const uuidShape = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** Whether `text` has the form our ids are stored in. Anything else cannot name a row, so nobody asks the database. */
export function isId(text: unknown): text is string {
  return typeof text === 'string' && uuidShape.test(text);
}
