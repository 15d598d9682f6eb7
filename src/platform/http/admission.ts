import { type FastifyInstance, type FastifyRequest } from 'fastify';
import { type LoopTurns } from '../loop-turns';
import { isGatewayPath } from './gateway-path';
import { isIntrospectionPath } from './oauth-path';

/** How many requests of each lane begin in one turn of the event loop. */
const perTurn = 4;

type Begin = () => void;

/**
 * Lets a crowd of requests begin a few at a time. A turn of the event loop reads every socket that has something, and
 * hundreds of requests that begin in one turn keep everybody else waiting for all of them. Health checks and
 * verifications have a lane of their own, so no crowd of others delays them; the others also wait for connections that are
 * still arriving.
 */
export function admitInTurns(fastify: FastifyInstance, turns: LoopTurns): void {
  const lanes = { urgent: new Lane(), others: new Lane() };
  let isTicking = false;
  const tick = (): void => {
    isTicking = lanes.urgent.hasWaiting || lanes.others.hasWaiting;
    if (isTicking) setImmediate(tick);
    lanes.urgent.nextTurn();
    lanes.others.nextTurn(turns.isCrowded);
  };
  fastify.server.on('connection', () => turns.arrived());
  fastify.addHook('onRequest', (request, _reply, done) => {
    if (!isTicking) {
      isTicking = true;
      setImmediate(tick);
    }
    if (isUrgent(request)) lanes.urgent.admit(done);
    else lanes.others.admit(done, turns.isCrowded);
  });
}

function isUrgent({ url }: FastifyRequest): boolean {
  if (url.startsWith('/health/') || isGatewayPath(url)) return true;
  return isIntrospectionPath(url) || url.endsWith('/keys/verify');
}

/** First come first served, so many in a turn, and none in one that is closed. */
class Lane {
  private begun = 0;
  private waiting: Begin[] = [];

  get hasWaiting(): boolean {
    return this.waiting.length > 0;
  }

  admit(begin: Begin, isClosed = false): void {
    if (isClosed || this.hasWaiting || this.begun === perTurn) {
      this.waiting.push(begin);
      return;
    }
    this.begun += 1;
    begin();
  }

  nextTurn(isClosed = false): void {
    const next = isClosed ? [] : this.waiting.splice(0, perTurn);
    this.begun = next.length;
    for (const begin of next) begin();
  }
}
