import { Socket } from 'node:net';
import { type Connection, createConnection, type PoolConnection, type PoolOptions } from 'mysql2';
import { DatabaseSilent } from './faults';
import { drop, streamOf } from './mysql-drop';

const tickMs = 50;
/** For how long nothing may be answered before the server is asked whether it is there. */
const askAfterMs = 150;
/** For how long nothing may be answered before the server counts as silent. */
const silentAfterMs = 700;
const probeMs = 500;

/** Somebody who waits for a connection. */
type Waiter = (silence: Error) => void;

/**
 * Tells a server that does not speak at all, as when it is frozen or the network swallows everything, from one that takes
 * long over a statement, as when it waits for a lock. While something is unanswered the server is pinged on a connection
 * for nothing else. Where that is not answered either, every connection is dropped, so that whoever waits learns of it
 * within a second; and until a ping is answered, nobody begins to wait.
 *
 * Time is counted in ticks of our own: a process that stood still itself blames nobody.
 */
export class MysqlPulse {
  private readonly open = new Set<PoolConnection>();
  private readonly unanswered = new Map<PoolConnection, number>();
  private readonly waiters = new Set<Waiter>();
  private options: PoolOptions | null = null;
  private probe: { readonly connection: Connection; askedForMs: number | null } | null = null;
  private timer: NodeJS.Timeout | null = null;
  private beganMs = 0;
  private quietMs = 0;
  private isRunning = false;
  private silentNow: DatabaseSilent | null = null;

  /** Why nobody is to begin to wait; null while the server speaks. */
  get silence(): Error | null {
    return this.silentNow;
  }

  /** From now on silence is noticed. Before, while the pools connect for the first time, a server may take longer. */
  start(): void {
    this.isRunning = this.options !== null;
    if (this.isRunning) this.ask();
  }

  stop(): void {
    this.isRunning = false;
    if (this.timer) clearInterval(this.timer);
    this.timer = null;
    this.forgetProbe();
  }

  /** @param options of a pool of the server; pings go the same way. */
  reachBy(options: PoolOptions): void {
    this.options ??= options;
  }

  /** To be told of each connection of a pool. */
  watch(connection: PoolConnection): void {
    this.open.add(connection);
    streamOf(connection).once('close', () => {
      this.open.delete(connection);
      this.unanswered.delete(connection);
    });
  }

  /** A statement was sent. @returns what is to be called when it is answered. */
  sent(connection: PoolConnection): () => void {
    this.unanswered.set(connection, (this.unanswered.get(connection) ?? 0) + 1);
    this.tickOn();
    return () => {
      const left = (this.unanswered.get(connection) ?? 1) - 1;
      if (left > 0) this.unanswered.set(connection, left);
      else this.unanswered.delete(connection);
      this.quietMs = 0;
    };
  }

  /** Somebody begins to wait for a connection. @returns what is to be called when they have it, or gave up. */
  awaited(waiter: Waiter): () => void {
    this.waiters.add(waiter);
    this.tickOn();
    return () => {
      this.waiters.delete(waiter);
    };
  }

  private tickOn(): void {
    if (this.timer !== null || !this.isRunning) return;
    this.quietMs = 0;
    this.beganMs = performance.now();
    this.timer = setInterval(() => this.tick(), tickMs).unref();
  }

  private tick(): void {
    const now = performance.now();
    const elapsedMs = Math.min(now - this.beganMs, 2 * tickMs);
    this.beganMs = now;
    if (this.silentNow === null && this.unanswered.size === 0 && this.waiters.size === 0) {
      if (this.timer) clearInterval(this.timer);
      this.timer = null;
      return;
    }
    this.quietMs += elapsedMs;
    this.ageProbe(elapsedMs);
    if (this.quietMs >= askAfterMs) this.ask();
    if (this.quietMs >= silentAfterMs && this.silentNow === null) this.fallSilent();
  }

  private ageProbe(elapsedMs: number): void {
    if (this.probe === null || this.probe.askedForMs === null) return;
    this.probe.askedForMs += elapsedMs;
    if (this.probe.askedForMs > probeMs) this.forgetProbe();
  }

  private fallSilent(): void {
    const silence = new DatabaseSilent('any answer', silentAfterMs);
    this.silentNow = silence;
    // The probe may be on a connection that was forgotten somewhere. A new one tells more.
    this.forgetProbe();
    for (const connection of [...this.open]) drop(connection, silence);
    for (const waiter of [...this.waiters]) waiter(silence);
    this.waiters.clear();
    this.ask();
  }

  private ask(): void {
    const probe = (this.probe ??= this.newProbe());
    if (probe === null || probe.askedForMs !== null) return;
    probe.askedForMs = 0;
    // Where all is well mysql2 hands over nothing at all, whatever its types say.
    probe.connection.ping((error?: NodeJS.ErrnoException | null) => {
      if (this.probe !== probe) return;
      probe.askedForMs = null;
      // Who refuses is there.
      if (!error || isRefusal(error)) this.heard();
      if (error) this.forgetProbe();
    });
  }

  private heard(): void {
    this.quietMs = 0;
    this.silentNow = null;
  }

  private newProbe(): MysqlPulse['probe'] {
    if (this.options === null) return null;
    const connection = createConnection({ ...this.options, connectTimeout: probeMs });
    // The ping reports it.
    connection.on('error', () => undefined);
    // A question about the server is no reason to keep the process alive.
    const stream = streamOf(connection);
    if (stream instanceof Socket) stream.unref();
    return { connection, askedForMs: null };
  }

  private forgetProbe(): void {
    const { probe } = this;
    this.probe = null;
    if (probe) streamOf(probe.connection).destroy();
  }
}

function isRefusal(error: NodeJS.ErrnoException): boolean {
  return error.code === 'ECONNREFUSED' || error.code?.startsWith('ER_') === true;
}
