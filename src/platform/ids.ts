import { randomInt } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { v7 } from 'uuid';
import { Clock } from './clock';

// Leaves room to count up within one millisecond.
const sequenceStart = 2 ** 30;

/** Makes ids: UUIDv7 (RFC 9562), so that sorting by id is sorting by creation; within one process also inside a millisecond. */
@Injectable()
export class Ids {
  private lastMs = 0;
  private sequence = 0;

  constructor(private readonly clock: Clock) {}

  next(): string {
    const nowMs = this.clock.now().getTime();
    // A clock that stood still or went back counts on from the last id.
    this.sequence = nowMs > this.lastMs ? randomInt(sequenceStart) : this.sequence + 1;
    this.lastMs = Math.max(this.lastMs, nowMs);
    return v7({ msecs: this.lastMs, seq: this.sequence });
  }

  /** An id of the same form whose time is made up: for what others must not be able to tell the age of. */
  timeless(): string {
    return v7({ msecs: randomInt(this.clock.now().getTime()) });
  }
}

const uuidShape = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** Whether `text` has the form our ids are stored in. Anything else cannot name a row, so nobody asks the database. */
export function isId(text: unknown): text is string {
  return typeof text === 'string' && uuidShape.test(text);
}
