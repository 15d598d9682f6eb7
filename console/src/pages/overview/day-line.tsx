import type { UsagePoint } from '../../patterns/usage-summary';
import { summaryOf } from '../../patterns/usage-summary';

interface DayLineProps {
  readonly hours: readonly UsagePoint[];
  /** What it shows, in a sentence. */
  readonly label: string;
}

const [width, height] = [720, 120];

/** A day in one line, with a mark for each hour in which something was refused. The page of the usage has the chart. */
export function DayLine({ hours, label }: DayLineProps) {
  const most = Math.max(1, ...hours.map(({ valid }) => valid));
  const step = width / Math.max(1, hours.length - 1);
  const line = hours
    .map(({ valid }, at) => `${at === 0 ? 'M' : 'L'}${at * step} ${height - (valid / most) * (height - 8)}`)
    .join('');
  return (
    <svg className="kunci-day" viewBox={`0 0 ${width} ${height}`} preserveAspectRatio="none" role="img">
      <title>{label}</title>
      <path d={`${line}L${width} ${height}L0 ${height}Z`} className="kunci-day-area" />
      <path d={line} className="kunci-day-line" />
      {hours.map((hour, at) => (
        <Refused key={hour.at} x={at * step} share={summaryOf([hour]).refused / most} />
      ))}
    </svg>
  );
}

function Refused({ x, share }: { readonly x: number; readonly share: number }) {
  if (share === 0) return null;
  const tall = Math.min(height, Math.max(6, share * (height - 8)));
  return <rect x={x - 3} y={height - tall} width={6} height={tall} rx={1} className="kunci-day-refused" />;
}
