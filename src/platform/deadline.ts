/** Thrown when something took longer than it may. Clients are told to come again (503). */
export class DeadlineExceeded extends Error {
  constructor(what: string, deadlineMs: number) {
    super(`${what} took longer than ${deadlineMs} ms`);
  }
}

/**
 * Waits for `work` no longer than `deadlineMs`. It is only the wait that ends: what the work does later is its own affair,
 * and what it throws then is nobody's.
 * @param late makes what is thrown when the time is over.
 */
export function within<T>(
  work: Promise<T>,
  deadlineMs: number,
  late: () => Error = () => new DeadlineExceeded('An answer', deadlineMs),
): Promise<T> {
  let timer: NodeJS.Timeout;
  const over = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(late()), deadlineMs);
  });
  return Promise.race([work, over]).finally(() => clearTimeout(timer));
}
