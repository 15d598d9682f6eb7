import { useSearchParams } from 'react-router';

type Change = (params: URLSearchParams) => URLSearchParams;

/**
 * The filters that stand in the address, and what changes them. It begins with the address as it is by then: a second change
 * may come before the first one is drawn.
 */
export function useAddressFilters(): readonly [URLSearchParams, (change: Change) => void] {
  const [params, setParams] = useSearchParams();
  return [
    params,
    (change) => setParams(change(new URLSearchParams(window.location.search)), { replace: true }),
  ];
}
