import { useCan } from '../../session/use-can';
import { NeedsYou } from './needs-you';
import { RequestsToday } from './requests-today';
import { mayReadKeys } from './use-latest-use';
import { useTwoDays } from './use-two-days';

/** Is all well, and what needs me: as much of it as one may see. */
export function Today() {
  const { can, canAny } = useCan();
  const seesUsage = can('usage:read');
  const days = useTwoDays(seesUsage);
  return (
    <div className="kunci-today">
      {seesUsage && <RequestsToday days={days} />}
      {canAny(mayReadKeys) && <NeedsYou hours={days?.hours ?? []} refused={days?.refused ?? 0} />}
    </div>
  );
}
