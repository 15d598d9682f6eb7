import { type FastifyRequest } from 'fastify';
import { csrf } from '../auth.problems';

const ownSites = ['same-origin', 'none'];

/**
 * Refuses a request that a page of another site made a browser send. Browsers say so in `Sec-Fetch-Site` and `Origin`;
 * scripts send neither.
 * @param publicUrl the address of the console as browsers see it.
 */
export function assertSameSite(request: FastifyRequest, publicUrl: string): void {
  const site = request.headers['sec-fetch-site'];
  if (site !== undefined && !ownSites.includes(String(site))) throw csrf();
  const { origin } = request.headers;
  // The address the browser itself used is own too: `localhost` beside `127.0.0.1`. Another site cannot send our cookie there.
  const { origin: ours, protocol } = new URL(publicUrl);
  const own = [ours, `${protocol}//${request.host}`];
  if (origin !== undefined && !own.includes(origin)) throw csrf();
}
