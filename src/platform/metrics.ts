import { Injectable } from '@nestjs/common';
import { type FastifyInstance } from 'fastify';
import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client';

/** Figures about this process for a monitor to collect, in the Prometheus text format. */
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

  constructor() {
    collectDefaultMetrics({ register: this.registry });
  }

  readonly contentType = this.registry.contentType;

  /** All figures as they are now. */
  text(): Promise<string> {
    return this.registry.metrics();
  }

  /** A figure of a module that only grows, since this process began. By convention its name ends in `_total`. */
  counter(name: string, help: string): Counter {
    return new Counter({ name, help, registers: [this.registry] });
  }

  /** A figure of a module that goes up and down, read whenever somebody asks. */
  gauge(name: string, help: string, read: () => number): void {
    new Gauge({
      name,
      help,
      registers: [this.registry],
      collect() {
        this.set(read());
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
