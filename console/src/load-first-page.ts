import type { QueryClient } from '@tanstack/react-query';
import { placeAt } from './api/base-path';
import { loadPage, needsSession } from './routes';
import { readSessionOnce } from './session/session-query';

/**
 * Loads the code of the page that the console opens with: of the one in the address, or of the way in for whoever has not signed in.
 *
 * @throws where the server cannot be reached, or refuses something
 */
export async function loadFirstPage(queries: QueryClient): Promise<void> {
  const place = placeAt(window.location.pathname);
  const isOutside = needsSession(place) && (await readSessionOnce(queries)) === null;
  await loadPage(isOutside ? '/sign-in' : place);
}
