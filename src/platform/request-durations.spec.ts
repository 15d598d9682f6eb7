import { Histogram, Registry } from 'prom-client';
import { RequestDurations } from './request-durations';

const requests = [
  ['GET', '/api/v1/keys/:id', 200, 0.003],
  ['GET', '/api/v1/keys/:id', 200, 0.005],
  ['GET', '/api/v1/keys/:id', 404, 0.3],
  ['PATCH', '/api/v1/keys/:id', 200, 0.02],
  ['GET', 'none', 404, 25],
  ['GET', '/a"b\\c', 200, 0.0001],
] as const;

describe('the durations of requests', () => {
  it('are shown exactly as the histogram of prom-client shows them', async () => {
    const [ours, theirs] = [new Registry(), new Registry()];
    const durations = new RequestDurations();
    durations.addTo(ours);
    const histogram = new Histogram({
      name: 'http_request_duration_seconds',
      help: 'How long requests took, by method, route and status.',
      labelNames: ['method', 'route', 'status'],
      buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10],
      registers: [theirs],
    });
    for (const [method, route, status, seconds] of requests) {
      durations.note(method, route, status, seconds);
      histogram.observe({ method, route, status }, seconds);
    }
    const lines = (text: string): string[] => text.split('\n').sort();
    expect(lines(await ours.metrics())).toEqual(lines(await theirs.metrics()));
  });

  it('have a type and a help text before the first request', async () => {
    const registry = new Registry();
    new RequestDurations().addTo(registry);
    expect(await registry.metrics()).toContain('# TYPE http_request_duration_seconds histogram');
  });
});
