/** What a server under test tells about itself. A type, for an interface would not be taken for a record of answers. */
export type ServerAnswers = {
  readonly address: () => string;
  /** Where gateways alone ask; null where it has no such listener. */
  readonly gateways: () => string | null;
  /** Time on the processor until now, in microseconds; neighbours on the machine do not add to it. */
  readonly cpuUs: () => number;
  /** Its resident set. */
  readonly memoryBytes: () => number;
};

/** The answers of this process, which listens at `address`. */
export function serverAnswers(address: string, gateways: string | null = null): ServerAnswers {
  return {
    address: () => address,
    gateways: () => gateways,
    cpuUs: () => {
      const { user, system } = process.cpuUsage();
      return user + system;
    },
    memoryBytes: () => process.memoryUsage.rss(),
  };
}
