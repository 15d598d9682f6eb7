import { Button } from '@mantine/core';
import { EmptyState } from '../../patterns/empty-state';
import { ErrorState } from '../../patterns/error-state';
import { LoadingState } from '../../patterns/loading-state';
import { LockNotice } from '../../patterns/lock-notice';
import { StaleNotice } from '../../patterns/stale-notice';
import { rowsThat } from './rows';
import type { Shown } from './shown';

const nothing = (): void => undefined;

/** What stands where something is not, or not yet. */
export const standings: readonly Shown[] = [
  {
    name: 'EmptyState',
    states: {
      filled: (
        <EmptyState title="No keys yet" action={<Button variant="default">Create a key</Button>}>
          The first one you make is listed here.
        </EmptyState>
      ),
    },
  },
  {
    name: 'ErrorState',
    states: {
      error: (
        <ErrorState onRetry={nothing} requestId="019a0c3e-77f1-7cc2-9d3a-5f2b61c0a4e8">
          The server could not answer.
        </ErrorState>
      ),
    },
  },
  { name: 'LoadingState', states: { loading: <LoadingState /> } },
  { name: 'LockNotice', states: { locked: <LockNotice until={inAQuarter()} onOver={nothing} /> } },
  { name: 'StaleNotice', states: { stale: <StaleNotice list={rowsThat('stale')} /> } },
];

function inAQuarter(): Date {
  return new Date(Date.now() + 900_000);
}
