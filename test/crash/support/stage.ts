import { WireOwner } from '../../support/company-by-wire';
import { Installation } from '../../support/installation';
import { type Instance } from '../../support/instance';
import { Wire, type WireAnswer } from '../../support/wire';

const patienceMs = 30_000;

/** The place of one instance, which is killed and started again. */
export class Slot {
  readonly wire = new Wire(() => this.address);
  isUp = false;
  private address = '';
  private instance: Instance | null = null;

  constructor(
    private readonly installation: Installation,
    private readonly env: Readonly<Record<string, string>>,
  ) {}

  async start(): Promise<void> {
    this.instance = await this.installation.start(this.env);
    this.address = this.instance.url;
    this.isUp = true;
  }

  async kill(): Promise<void> {
    this.isUp = false;
    await this.instance?.kill();
  }
}

/** One installation in production mode, with a company in it whose owner all writers act for. */
export class Stage {
  private constructor(
    readonly installation: Installation,
    readonly slots: readonly Slot[],
    readonly env: Readonly<Record<string, string>>,
    private readonly cookie: Readonly<Record<string, string>>,
  ) {}

  static async open(instances: number, env: Readonly<Record<string, string>> = {}): Promise<Stage> {
    const installation = new Installation();
    const slots = Array.from({ length: instances }, () => new Slot(installation, env));
    for (const slot of slots) await slot.start();
    const { headers } = await WireOwner.of(firstOf(slots).wire);
    return new Stage(installation, slots, env, headers);
  }

  /** Those that have not been killed. */
  get up(): readonly Slot[] {
    return this.slots.filter(({ isUp }) => isUp);
  }

  post(slot: Slot, path: string, body: object, once: string | null): Promise<WireAnswer> {
    return slot.wire.post(
      path,
      body,
      once === null ? this.cookie : { ...this.cookie, 'idempotency-key': once },
    );
  }

  /** Reads until the database is there again. */
  get(path: string): Promise<WireAnswer> {
    return untilWell(() => firstOf(this.up).wire.get(path, this.cookie));
  }

  /** What a key is answered by an instance. */
  use(slot: Slot, secret: string): Promise<WireAnswer> {
    return slot.wire.get('/core/api/v1/me', { 'x-api-key': secret });
  }

  /** Waits until all instances say that they are ready. */
  async ready(): Promise<void> {
    for (const { wire } of this.up) {
      const { status } = await untilWell(() => wire.get('/health/ready'));
      if (status !== 200) throw new Error(`An instance is not ready again: ${status}`);
    }
  }

  async close(): Promise<void> {
    for (const { wire } of this.slots) wire.close();
    await this.installation.close();
  }
}

/** Asks again while the answer is 503. */
export async function untilWell(ask: () => Promise<WireAnswer>): Promise<WireAnswer> {
  for (const giveUpAt = performance.now() + patienceMs; ;) {
    const answer = await ask();
    const isOver = (answer.status !== null && answer.status !== 503) || performance.now() > giveUpAt;
    if (isOver) return answer;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

function firstOf(slots: readonly Slot[]): Slot {
  const [slot] = slots;
  if (slot === undefined) throw new Error('No instance is up');
  return slot;
}
