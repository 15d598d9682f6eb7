import { type Metric, type Registry } from 'prom-client';

const name = 'http_request_duration_seconds';
const help = 'How long requests took, by method, route and status.';
const upperBounds = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];

/** How long the requests of one method, route and status took. */
interface Cell {
  readonly method: string;
  readonly route: string;
  readonly status: number;
  /** How many took this long, by the first bound that they were within. */
  readonly counts: number[];
  sum: number;
  count: number;
}

/**
 * The histogram of all requests. The cells of a route are found by its own text, method and status: the histogram of
 * prom-client checks and joins the labels of each observation, which costs ten times as much.
 */
export class RequestDurations {
  private readonly routes = new Map<string, Cell[]>();

  /** Notes one request. */
  note(method: string, route: string, status: number, seconds: number): void {
    const cell = this.cellOf(method, route, status);
    const within = upperBounds.findIndex((bound) => seconds <= bound);
    if (within !== -1) cell.counts[within] = (cell.counts[within] ?? 0) + 1;
    cell.sum += seconds;
    cell.count += 1;
  }

  /** Has the registry show it with its other metrics. */
  addTo(registry: Registry): void {
    const shown = {
      name,
      get: () => Promise.resolve({ name, help, type: 'histogram', values: this.values() }),
    };
    // A cast: this is all that a registry asks of a metric, and its types know only the classes of prom-client.
    registry.registerMetric(shown as unknown as Metric);
  }

  /** A route has few cells: of its method, and of each status that it has answered with. */
  private cellOf(method: string, route: string, status: number): Cell {
    const cells = this.routes.get(route) ?? this.begin(route);
    for (const cell of cells) if (cell.status === status && cell.method === method) return cell;
    const cell: Cell = { method, route, status, counts: upperBounds.map(() => 0), sum: 0, count: 0 };
    cells.push(cell);
    return cell;
  }

  private begin(route: string): Cell[] {
    const cells: Cell[] = [];
    this.routes.set(route, cells);
    return cells;
  }

  private values(): Value[] {
    return [...this.routes.values()].flat().flatMap(valuesOf);
  }
}

interface Value {
  readonly metricName: string;
  readonly labels: Readonly<Record<string, string | number>>;
  readonly value: number;
}

/** Each bucket holds those of the ones before it, too, as the text format has it. */
function valuesOf({ method, route, status, counts, sum, count }: Cell): Value[] {
  const labels = { method, route, status };
  let within = 0;
  const buckets = upperBounds.map((le, at) => ({
    metricName: `${name}_bucket`,
    labels: { le, ...labels },
    value: (within += counts[at] ?? 0),
  }));
  return [
    ...buckets,
    { metricName: `${name}_bucket`, labels: { le: '+Inf', ...labels }, value: count },
    { metricName: `${name}_sum`, labels, value: sum },
    { metricName: `${name}_count`, labels, value: count },
  ];
}
