import { useLocation, useSearchParams } from 'react-router';
import { positionIn } from './page-in-address';
import { type List, type Listing, useListAt } from './use-list';

/** A list whose page stands in the address, so that Back leads to the same page, and a link to it is a link to that page. */
export function useListInAddress<Row>(listing: Listing<Row>): List<Row> {
  const [params, setParams] = useSearchParams();
  const location = useLocation();
  const state: unknown = location.state;
  const position = positionIn(params, state, (changed, remembered) =>
    setParams(changed, { state: remembered }),
  );
  return useListAt(listing, position);
}
