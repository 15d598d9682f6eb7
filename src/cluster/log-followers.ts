import { Inject, Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { type Logger } from 'pino';
import { type EventEntity, eventsAfter, readHead } from '../audit';
import { Doorbell, minuteMs } from '../platform';
import { type Tx, UnitOfWork } from '../platform/database';
import { LOGGER } from '../platform/logging';
import { ChangeFeed } from './change-feed';
import { Duties } from './duties';
import { lockPlace, movePlace } from './follower-places';

/** Reads the event log from where it stopped, in order. */
export interface LogFollower {
  /** Of its place in the log, at most 60 characters. */
  readonly name: string;
  /** Called in the unit of work that moves its place as well: what it writes there is written once for each event. */
  take(tx: Tx, events: readonly EventEntity[]): Promise<void>;
}

const maxEvents = 100;
// Acts that follow each other closely are taken together: a unit for each would take from them the time they need.
const gatherMs = 200;
const atLeastEveryMs = minuteMs;

/** Hands the events of the log to those who follow it, on the one instance that has charge of it. */
@Injectable()
export class LogFollowers implements OnApplicationBootstrap {
  private readonly followers: LogFollower[] = [];
  private readonly bells: Doorbell[] = [];

  constructor(
    private readonly units: UnitOfWork,
    private readonly duties: Duties,
    feed: ChangeFeed,
    @Inject(LOGGER) private readonly log: Logger,
  ) {
    feed.subscribe({ onChange: () => this.ring(), onGap: () => this.ring() });
  }

  /** To be said in a constructor. A follower that is new takes what happens from now on. */
  follow(follower: LogFollower): void {
    const bell = new Doorbell();
    this.followers.push(follower);
    this.bells.push(bell);
    this.duties.assign({ name: `log:${follower.name}`, work: (signal) => this.read(follower, bell, signal) });
  }

  /** Before the first act: a new follower misses none. */
  async onApplicationBootstrap(): Promise<void> {
    for (const { name } of this.followers) await this.units.run((tx) => lockPlace(tx, name));
  }

  /** Resolves when each has taken what is in the log now. */
  async catchUp(): Promise<void> {
    for (const follower of this.followers) while (await this.turn(follower)) continue;
  }

  private ring(): void {
    for (const bell of this.bells) bell.ring();
  }

  private async read(follower: LogFollower, bell: Doorbell, signal: AbortSignal): Promise<void> {
    const pause = new Doorbell();
    while (!signal.aborted) {
      if (await this.turn(follower)) continue;
      await bell.rest(atLeastEveryMs, signal);
      await pause.rest(gatherMs, signal);
    }
  }

  /** @returns whether there may be more to take. */
  private turn(follower: LogFollower): Promise<boolean> {
    return this.units.run(async (tx) => {
      const place = await lockPlace(tx, follower.name);
      const events = await eventsAfter(tx, place, maxEvents);
      if (events === null) {
        this.log.warn({ follower: follower.name }, 'the log is another one now; its past is passed over');
        await movePlace(tx, follower.name, await readHead(tx));
        return false;
      }
      const last = events.at(-1);
      if (last === undefined) return false;
      await follower.take(tx, events);
      await movePlace(tx, follower.name, last);
      return events.length === maxEvents;
    });
  }
}
