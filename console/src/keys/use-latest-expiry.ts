import { useState } from 'react';
import { latestExpiry } from './expiry-day';
import type { LatestExpiry } from './expiry-input';
import type { KeyKind } from './key';
import { useKeyPolicy } from './use-key-policy';

/**
 * How late a key of this kind may expire.
 * @param madeAt when its secret was made. Without it: now, and that stays now while the form is open, for what is sent once
 * more after an answer was lost has to be the same.
 */
export function useLatestExpiry(kind: KeyKind, madeAt?: string): LatestExpiry {
  const maxDays = useKeyPolicy(kind)?.maxLifetimeDays ?? null;
  const [openedAt] = useState(() => new Date());
  return { maxDays, at: latestExpiry(madeAt === undefined ? openedAt : new Date(madeAt), maxDays) };
}
