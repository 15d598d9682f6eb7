import { traceIdOf } from './trace-id';

const trace = '4bf92f3577b34da6a3ce929d0e0e4736';
const parent = '00f067aa0ba902b7';

describe('the trace of a request', () => {
  it.each([
    `00-${trace}-${parent}-01`,
    `00-${trace}-${parent}-00`,
    `01-${trace}-${parent}-01`,
    `01-${trace}-${parent}-01-more`,
  ])('is named by %s', (traceparent) => {
    expect(traceIdOf({ rawHeaders: ['Host', 'x', 'Traceparent', traceparent] })).toBe(trace);
  });

  it.each([
    '',
    'nonsense',
    trace,
    `ff-${trace}-${parent}-01`,
    `00-${trace}-${parent}-01-more`,
    `00-${trace}-${parent}`,
    `00-${trace.toUpperCase()}-${parent}-01`,
    `00-${'0'.repeat(32)}-${parent}-01`,
    `00-${trace}-${'0'.repeat(16)}-01`,
    `00-${trace}-${parent}-01, 00-${trace}-${parent}-01`,
    `00-${trace}-${parent}-01\n`,
  ])('is not named by %j', (traceparent) => {
    expect(traceIdOf({ rawHeaders: ['Host', 'x', 'Traceparent', traceparent] })).toBeNull();
  });

  it('is not named by nothing', () => {
    expect(traceIdOf({ rawHeaders: ['Host', 'x'] })).toBeNull();
  });
});
