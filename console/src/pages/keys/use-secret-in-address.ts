import { useEffect, useEffectEvent } from 'react';
import { useSearchParams } from 'react-router';
import { secretIn } from '../../keys/pasted-secret';
import { withFilter } from '../../patterns/filter-params';

/** A link with a secret in it: the address forgets it, and it is looked up as if it had been pasted. */
export function useSecretInAddress(look: (secret: string) => void): void {
  const [params, setParams] = useSearchParams();
  const secret = secretIn(params.get('q') ?? '');
  const take = useEffectEvent((found: string) => {
    setParams(withFilter(params, 'q', ''), { replace: true });
    look(found);
  });
  useEffect(() => {
    if (secret !== null) take(secret);
  }, [secret]);
}
