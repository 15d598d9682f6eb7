import { type ValidVerdict } from '../verdict';

/** The key of a request that was let in. */
export interface AdmittedKey
  extends
    Readonly<ValidVerdict['key']>,
    Pick<ValidVerdict, 'company' | 'permissions' | 'metadata' | 'isStale'> {}

/** The same symbol for every copy of this package in a process, as there may be one of each module system. */
const place = Symbol.for('kunci.admitted-key');

export function noteKey(
  request: object,
  { key, company, permissions, metadata, isStale }: ValidVerdict,
): void {
  const admitted: AdmittedKey = { ...key, company, permissions, metadata, isStale };
  Object.defineProperty(request, place, { value: admitted, configurable: true });
}

/**
 * The key of a request.
 * @throws where no guard let the request in: the route is not protected.
 */
export function keyOf(request: object): AdmittedKey {
  // A cast: under this symbol nobody else writes.
  const { [place]: admitted } = request as { readonly [place]?: AdmittedKey };
  if (admitted === undefined) throw new Error('No key was required of this request: the route has no guard.');
  return admitted;
}
