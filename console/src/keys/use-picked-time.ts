import { useSearchParams } from 'react-router';
import { withFilter, withoutFilters } from '../patterns/filter-params';

/** A part of what a chart shows, from one moment to before another. */
export interface PickedTime {
  readonly from: string;
  readonly to: string;
}

/** The part of the chart that the address names, such as one hour, and what picks another or none. */
export function usePickedTime(): readonly [PickedTime | null, (picked: PickedTime | null) => void] {
  const [params, setParams] = useSearchParams();
  const pick = (picked: PickedTime | null): void =>
    setParams(
      picked === null
        ? withoutFilters(params, ['from', 'to'])
        : withFilter(withFilter(params, 'from', picked.from), 'to', picked.to),
    );
  return [pickedIn(params), pick];
}

/** The part of an address that names this time; what follows the `?`. */
export function addressOf({ from, to }: PickedTime): string {
  return new URLSearchParams({ from, to }).toString();
}

function pickedIn(params: URLSearchParams): PickedTime | null {
  const [from, to] = [Date.parse(params.get('from') ?? ''), Date.parse(params.get('to') ?? '')];
  if (!(from < to)) return null;
  return { from: new Date(from).toISOString(), to: new Date(to).toISOString() };
}
