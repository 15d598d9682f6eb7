import { Gate, secondMs } from '../platform';

const queueLimit = 256;
const waitMs = 10 * secondMs;

/** Runs work with the same name one after the other, in this process. */
export class Turns {
  private readonly lines = new Map<string, { readonly gate: Gate; users: number }>();

  /** @param name what the work is about. Work with other names does not wait. Throws `GateTimeout` as a gate does. */
  async take<T>(name: string, work: () => Promise<T>): Promise<T> {
    const line = this.lines.get(name) ?? {
      gate: new Gate({ name, capacity: 1, queueLimit, waitMs }),
      users: 0,
    };
    this.lines.set(name, line);
    line.users += 1;
    try {
      return await line.gate.run(work);
    } finally {
      line.users -= 1;
      if (line.users === 0) this.lines.delete(name);
    }
  }
}
