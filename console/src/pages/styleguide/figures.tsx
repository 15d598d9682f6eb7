import { UsageChart } from '../../patterns/usage-chart';
import { UsageTable } from '../../patterns/usage-table';
import type { UsagePoint } from '../../patterns/usage-summary';
import { daysFromNow } from './moments';
import type { Shown } from './shown';

const nothing = (): void => undefined;
const data: readonly UsagePoint[] = [...Array(24).keys()].map((hour): UsagePoint => ({
  at: new Date(
    Date.parse(daysFromNow(0).slice(0, 13).concat(':00:00Z')) - (23 - hour) * 3_600_000,
  ).toISOString(),
  valid: 40 + ((hour * 37) % 61),
  refused: hour % 6 === 0 ? { EXPIRED: hour + 2 } : {},
}));

export const figures: readonly Shown[] = [
  {
    name: 'UsageChart',
    states: {
      loading: (
        <UsageChart
          title="Requests, loading"
          data={undefined}
          range="24h"
          onRangeChange={nothing}
          onStep={nothing}
        />
      ),
      empty: (
        <UsageChart title="Requests, none" data={[]} range="24h" onRangeChange={nothing} onStep={nothing} />
      ),
      filled: (
        <UsageChart title="Requests" data={data} range="24h" onRangeChange={nothing} onStep={nothing} />
      ),
    },
  },
  {
    name: 'UsageTable',
    states: {
      empty: <UsageTable caption="Requests by hour, none" data={[]} range="24h" />,
      filled: <UsageTable caption="Requests by hour" data={data.slice(-7)} range="24h" />,
    },
  },
];
