/** Milliseconds since 1970. Exact enough for a command that ends soon: a clock that is set meanwhile goes unnoticed. */
export function wallClockMs(): number {
  return performance.timeOrigin + performance.now();
}
