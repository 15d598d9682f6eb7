import { type FastifyInstance, type FastifyReply } from 'fastify';
import { minuteMs, secondMs } from '../clock';
import { DeadlineExceeded } from '../deadline';
import { isLongAnswer } from './long-answer';

const lookEveryMs = secondMs;

/** How long a request may take to be answered. */
export interface AnswerLimits {
  readonly usualMs: number;
  /** For a long answer, to its end. */
  readonly longMs: number;
}

const OPEN = Symbol('Open request');

/**
 * The requests that are not answered yet. What takes too long is ended: with a 503, or, where its answer has begun, with the connection.
 * Fastify's own `handlerTimeout` does the same with a timer, a listener and an AbortController for each request: one twenty-fifth
 * of what a request with a key costs. They stand in a linked list, for a set of them costs more than that.
 */
export class OpenRequests {
  /** Stands before the first of them. */
  private readonly head: OpenRequest = { reply: null, before: null, after: null };

  constructor(private readonly limits: AnswerLimits = { usualMs: 20 * secondMs, longMs: 15 * minuteMs }) {}

  /** Looks after every request of a server from now on. Its hook comes before all that may wait. */
  watch(fastify: FastifyInstance): void {
    fastify.addHook('onRequest', (_request, reply, done) => {
      this.add(reply);
      done();
    });
    // It is not called where the client left before its answer: `endLate` finds those.
    fastify.addHook('onResponse', (_request, reply, done) => {
      remove(reply);
      done();
    });
    const timer = setInterval(() => this.endLate(), lookEveryMs).unref();
    fastify.addHook('onClose', (_instance, done) => {
      clearInterval(timer);
      done();
    });
  }

  /** Ends the requests whose time is over, and forgets those whose clients have left. @returns how many there are, but for these. */
  endLate(): number {
    let count = 0;
    for (let one = this.head.after; one !== null; one = one.after) {
      if (one.reply === null) continue;
      // By the socket: an answer that waits behind another of its connection is never told that its client has left.
      if (one.reply.request.raw.socket.destroyed) remove(one.reply);
      else {
        count += 1;
        this.endIfLate(one.reply);
      }
    }
    return count;
  }

  private add(reply: FastifyReply): void {
    const { head } = this;
    const one: OpenRequest = { reply, before: head, after: head.after };
    if (head.after !== null) head.after.before = one;
    head.after = one;
    (reply as Carrier)[OPEN] = one;
  }

  private endIfLate(reply: FastifyReply): void {
    const limitMs = isLongAnswer(reply.routeOptions) ? this.limits.longMs : this.limits.usualMs;
    if (reply.elapsedTime <= limitMs || reply.sent) return;
    const fault = new DeadlineExceeded('An answer', limitMs);
    if (reply.raw.headersSent) reply.raw.destroy(fault);
    else void reply.send(fault);
  }
}

interface OpenRequest {
  readonly reply: FastifyReply | null;
  before: OpenRequest | null;
  after: OpenRequest | null;
}

interface Carrier {
  [OPEN]?: OpenRequest | null;
}

/** Its own arrows stay: who goes through the list stands at one that has just been answered, and finds the next. */
function remove(reply: FastifyReply): void {
  const one = (reply as Carrier)[OPEN] ?? null;
  if (one === null) return;
  // Once only: its neighbours may be gone by the next time.
  (reply as Carrier)[OPEN] = null;
  if (one.before !== null) one.before.after = one.after;
  if (one.after !== null) one.after.before = one.before;
}
