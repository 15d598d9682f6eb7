import { Unreachable } from '../../api/problem';
import type { List } from '../../api/use-list';
import { daysFromNow } from './moments';

export interface SampleRow {
  readonly id: string;
  readonly name: string;
  readonly status: 'active' | 'expiringSoon' | 'revoked';
  readonly usedAt: string | null;
}

const rows: readonly SampleRow[] = [
  { id: '1', name: 'Website', status: 'active', usedAt: daysFromNow(-1) },
  { id: '2', name: 'Booking engine of a very long name in Yogyakarta', status: 'expiringSoon', usedAt: null },
  { id: '3', name: 'Old backend', status: 'revoked', usedAt: daysFromNow(-70) },
];

/** A list of the API as it stands in each of its states. */
export function rowsThat(state: 'loading' | 'empty' | 'error' | 'stale' | 'filled'): List<SampleRow> {
  const failed = state === 'error' || state === 'stale';
  return {
    rows: state === 'filled' || state === 'stale' ? rows : [],
    loading: state === 'loading',
    turning: false,
    refreshing: false,
    problem: failed ? new Unreachable('No answer') : null,
    retry: () => undefined,
    pageNumber: 1,
    next: state === 'filled' ? () => undefined : null,
    previous: null,
  };
}
