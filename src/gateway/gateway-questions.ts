import { type FastifyRequest } from 'fastify';
import { RecentReadings } from '../platform/cache';
import { ownPartOf, readQuestion, type ReadQuestion } from './gateway-question';

/** The address that gateways ask at. */
export const checkPath = '/gateway/check';

/** A longer one is no question of a gateway, and is not worth remembering. */
const maxCharacters = 4_000;

/** What requests ask. A gateway asks the same few things with every request, so they are read once. */
export class GatewayQuestions {
  private readonly exact = new RecentReadings((query) => readQuestion(query, false));
  private readonly further = new RecentReadings((query) => readQuestion(query, true));

  of(request: FastifyRequest): ReadQuestion {
    // By the route and not by the address, which may be spelt in other ways.
    const isFurther = request.routeOptions.url !== checkPath;
    const query = ownPartOf(queryOf(request.url));
    if (query.length > maxCharacters) return readQuestion(query, isFurther);
    return (isFurther ? this.further : this.exact).of(query);
  }
}

function queryOf(url: string): string {
  const mark = url.indexOf('?');
  return mark === -1 ? '' : url.slice(mark + 1);
}
