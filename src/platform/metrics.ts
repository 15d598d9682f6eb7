import { Injectable } from '@nestjs/common';
import { type FastifyInstance } from 'fastify';
import {
  AggregatorRegistry,
  collectDefaultMetrics,
  Counter,
  Gauge,
  Histogram,
  type MetricObjectWithValues,
  type MetricValue,
  Registry,
} from 'prom-client';
import { WorkerPeers } from './workers';

const topic = 'metrics';

/** What a figure of several parts is made of: the value of each part by its labels. */
export type Parts = Iterable<readonly [labels: Readonly<Record<string, string>>, value: number]>;

/** How the figures of several workers become one. */
export type Together = 'sum' | 'max';

/** Figures about the workers of this server for a monitor to collect, in the Prometheus text format. */
@Injectable()
export class Metrics {
  private readonly registry = new Registry();
  private readonly requests = new Histogram({
    name: 'http_request_duration_seconds',
    help: 'How long requests took, by method, route and status.',
    labelNames: ['method', 'route', 'status'] as const,
    buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10],
    registers: [this.registry],
  });

  /** As many as there are routes with their methods and statuses. */
  private readonly times = new Map<string, Histogram.Internal<'method'>>();

  constructor(private readonly peers: WorkerPeers) {
    collectDefaultMetrics({ register: this.registry });
    this.gauge('kunci_workers', 'Processes whose figures these are.', () => 1);
    peers.answer(topic, () => this.registry.getMetricsAsJSON());
  }

  readonly contentType = this.registry.contentType;

  /** All figures of all workers as they are now. */
  async text(): Promise<string> {
    if (this.peers.isAlone) return this.registry.metrics();
    // A cast: each is what the registry of another worker of the same program said, as JSON.
    const all = (await this.peers.ask(topic)) as MetricObjectWithValues<MetricValue<string>>[][];
    return AggregatorRegistry.aggregate(all).metrics();
  }

  /** A figure of a module that only grows, since this process began. By convention its name ends in `_total`. */
  counter(name: string, help: string): Counter {
    return new Counter({ name, help, registers: [this.registry] });
  }

  /** The same, of several parts that the module counts itself, where counting must cost next to nothing. */
  counted(name: string, help: string, labelNames: readonly string[], read: () => Parts): void {
    new Counter({
      ...{ name, help, labelNames: [...labelNames], registers: [this.registry] },
      collect() {
        this.reset();
        for (const [labels, value] of read()) this.inc(labels, value);
      },
    });
  }

  /** A figure of a module that goes up and down, read whenever somebody asks. */
  gauge(name: string, help: string, read: () => number, together: Together = 'sum'): void {
    this.measured(name, help, [], () => [[{}, read()]], together);
  }

  /** The same, of several parts. */
  measured(
    name: string,
    help: string,
    labelNames: readonly string[],
    read: () => Parts,
    together: Together = 'sum',
  ): void {
    new Gauge({
      ...{ name, help, labelNames: [...labelNames], registers: [this.registry], aggregator: together },
      collect() {
        this.reset();
        for (const [labels, value] of read()) this.set(labels, value);
      },
    });
  }

  /** Times every request from now on. By its route, not its address: addresses are without number, and hold what people typed. */
  watch(fastify: FastifyInstance): void {
    fastify.addHook('onResponse', (request, reply, done) => {
      const { method, routeOptions } = request;
      this.timesOf(method, routeOptions.url ?? 'none', reply.statusCode).observe(reply.elapsedTime / 1000);
      done();
    });
  }

  /** Remembered, for the library finds them by sorting and joining their labels, which takes longer than counting. */
  private timesOf(method: string, route: string, status: number): Histogram.Internal<'method'> {
    const name = `${status} ${method} ${route}`;
    const known = this.times.get(name);
    if (known !== undefined) return known;
    const times = this.requests.labels({ method, route, status });
    this.times.set(name, times);
    return times;
  }
}
