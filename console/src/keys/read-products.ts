import { answerOf, api, type Schemas } from '../api/client';
import { readAll } from '../api/read-all';

/** Every product, as the company has it. */
export function readProducts(): Promise<readonly Schemas['Product'][]> {
  return readAll((page) => answerOf(api.GET('/api/v1/products', { params: { query: page } })));
}

/** Every product there is, for operators. */
export function readCatalogue() {
  return readAll((page) => answerOf(api.GET('/api/v1/platform/products', { params: { query: page } })));
}
