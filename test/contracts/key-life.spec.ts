import fc from 'fast-check';
import { keyEnvironments } from '../../libs/api-key';
import { PermissionCatalogue } from '../../libs/permissions';
import { GenerateKeyService, ListKeysService, VerifyKey } from '../../src/api-keys';
import { DisableKeyService } from '../../src/api-keys/commands/disable-key.service';
import { RevokeKeyService } from '../../src/api-keys/commands/revoke-key.service';
import { RotateKeyService } from '../../src/api-keys/commands/rotate-key.service';
import { dayMs, hourMs, minuteMs, secondMs } from '../../src/platform';
import { Problem } from '../../src/platform/http';
import { SettingsService } from '../../src/settings';
import { type Principal, principalWith } from '../../src/tenancy';
import { aCompany, startApp, type TestApp } from '../support';
import { fromNowhere } from '../support/usage';

/*
 * The life of company keys as this project tells it, in a few lines of arithmetic, held against the real services on a real
 * database: whatever is done in whatever order, every secret there ever was gets the verdict that the arithmetic predicts.
 */

interface Secret {
  readonly text: string;
  readonly issuedMs: number;
  readonly storedMs: number | null;
  endsMs: number | null;
}

interface Key {
  readonly id: string;
  /** Oldest first. */
  readonly secrets: Secret[];
  revoked: boolean;
  disabled: boolean;
}

interface Model {
  nowMs: number;
  maxDays: number | null;
  enabled: boolean;
  readonly keys: Key[];
}

/** The real services, and the principal that calls them. */
interface Real {
  readonly test: TestApp;
  readonly principal: Principal;
}

const latestMs = ({ maxDays }: Model, issuedMs: number): number =>
  maxDays === null ? Infinity : issuedMs + maxDays * dayMs;
const expiryMs = (model: Model, { issuedMs, storedMs }: Secret): number =>
  Math.min(storedMs ?? Infinity, latestMs(model, issuedMs));
const newestOf = (key: Key): Secret | undefined => key.secrets.at(-1);

function verdictOf(model: Model, key: Key, secret: Secret): string {
  if (key.revoked || (secret.endsMs !== null && secret.endsMs <= model.nowMs)) return 'REVOKED';
  if (expiryMs(model, secret) <= model.nowMs) return 'EXPIRED';
  return model.enabled && !key.disabled ? 'VALID' : 'DISABLED';
}

const statuses: Record<string, string> = {
  REVOKED: 'revoked',
  EXPIRED: 'expired',
  DISABLED: 'disabled',
  VALID: 'active',
};

/** The secret before the newest, if it still works apart from what holds for all keys, and when it ends. */
function overlapOf(model: Model, key: Key): string | null {
  const [older, end] = [key.secrets.at(-2), key.secrets.at(-2)?.endsMs ?? null];
  if (older === undefined || end === null || key.revoked) return null;
  const endsMs = Math.min(end, expiryMs(model, older));
  return endsMs <= model.nowMs ? null : `${older.text.slice(-4)} until ${new Date(endsMs).toISOString()}`;
}

/** Every secret gets its verdict, and every key is listed as its newest secret stands, with the one that overlaps. */
async function agree(model: Model, { test, principal }: Real): Promise<void> {
  const asked = { ...fromNowhere, environments: keyEnvironments, required: null, cost: 1 };
  for (const key of model.keys) {
    for (const secret of key.secrets) {
      const { code } = await test.app.get(VerifyKey).verify(secret.text, asked);
      expect(code).toBe(verdictOf(model, key, secret));
    }
    const newest = newestOf(key);
    const { status, expiresAt, superseded } = await test.app.get(ListKeysService).get(principal, key.id);
    const end = newest === undefined ? Infinity : expiryMs(model, newest);
    const overlap = superseded && `${superseded.last4} until ${superseded.endsAt}`;
    expect(overlap).toBe(overlapOf(model, key));
    expect(status).toBe(newest && statuses[verdictOf(model, key, newest)]);
    expect(expiresAt).toBe(end === Infinity ? null : new Date(end).toISOString());
  }
}

/** @returns what the act gave, or the code and status of its refusal. */
async function outcome<T>(act: Promise<T>): Promise<T | string> {
  try {
    return await act;
  } catch (error) {
    if (error instanceof Problem) return error.kind.code;
    throw error;
  }
}

abstract class Act implements fc.AsyncCommand<Model, Real> {
  check(_model: Readonly<Model>): boolean {
    return true;
  }

  async run(model: Model, real: Real): Promise<void> {
    await this.perform(model, real);
    await agree(model, real);
  }

  abstract toString(): string;
  protected abstract perform(model: Model, real: Real): Promise<void>;
}

class Issue extends Act {
  constructor(private readonly lifeMs: number | null) {
    super();
  }

  override check({ keys }: Readonly<Model>): boolean {
    return keys.length < 2;
  }

  protected override async perform(model: Model, { test, principal }: Real): Promise<void> {
    const { nowMs } = model;
    const askedMs = this.lifeMs === null ? null : nowMs + this.lifeMs;
    const input = { kind: 'company' as const, name: 'Key' };
    const dated = askedMs === null ? input : { ...input, expiresAt: new Date(askedMs).toISOString() };
    const made = await outcome(test.app.get(GenerateKeyService).generate(principal, dated, null));
    const most = latestMs(model, nowMs);
    if (askedMs !== null && askedMs > most + minuteMs) {
      expect(made).toBe('validation-failed');
      return;
    }
    if (!model.enabled) {
      expect(made).toBe('kind-disabled');
      return;
    }
    if (typeof made === 'string') throw new Error(`refused: ${made}`);
    const storedMs = askedMs === null ? null : Math.min(askedMs, most);
    const first: Secret = { text: made.secret, issuedMs: nowMs, storedMs, endsMs: null };
    model.keys.push({ id: made.key.id, secrets: [first], revoked: false, disabled: false });
  }

  override toString(): string {
    return `issue(${this.lifeMs ?? 'without end'})`;
  }
}

/** Something done to one of the keys that are there. */
abstract class ActOnKey extends Act {
  constructor(private readonly which: number) {
    super();
  }

  override check({ keys }: Readonly<Model>): boolean {
    return keys.length > 0;
  }

  protected override async perform(model: Model, real: Real): Promise<void> {
    const key = model.keys[this.which % model.keys.length];
    if (key === undefined) return;
    const newest = newestOf(key);
    if (newest !== undefined) await this.performOn(key, newest, model, real);
  }

  protected abstract performOn(key: Key, newest: Secret, model: Model, real: Real): Promise<void>;
}

class Rotate extends ActOnKey {
  constructor(
    which: number,
    private readonly overlapSeconds: number,
  ) {
    super(which);
  }

  protected override async performOn(key: Key, newest: Secret, model: Model, real: Real): Promise<void> {
    const { nowMs } = model;
    const service = real.test.app.get(RotateKeyService);
    const rotated = await outcome(
      service.rotate(real.principal, key.id, { overlapSeconds: this.overlapSeconds }, null),
    );
    if (key.revoked) {
      expect(rotated).toBe('key-revoked');
      return;
    }
    const isExpired = expiryMs(model, newest) <= nowMs;
    if (isExpired && !model.enabled) {
      expect(rotated).toBe('kind-disabled');
      return;
    }
    if (typeof rotated === 'string') throw new Error(`refused: ${rotated}`);
    for (const { endsMs } of key.secrets) this.expectReceipt(rotated, endsMs, nowMs);
    for (const older of key.secrets) older.endsMs = Math.min(older.endsMs ?? Infinity, nowMs);
    newest.endsMs = nowMs + this.overlapSeconds * secondMs;
    const storedMs = expiryAfterRotation(key, newest, model);
    key.secrets.push({ text: rotated.secret, issuedMs: nowMs, storedMs, endsMs: null });
  }

  /** Ending a secret that still overlaps, or leaving no overlap, returns from when on it is refused. */
  private expectReceipt(rotated: object, endsMs: number | null, nowMs: number): void {
    if (this.overlapSeconds === 0 || (endsMs !== null && endsMs > nowMs))
      expect(rotated).toHaveProperty('revocation');
  }

  override toString(): string {
    return `rotate(${this.overlapSeconds} s)`;
  }
}

/** What works keeps its expiry. What has expired lives again as long as the first secret with that expiry was to. */
function expiryAfterRotation({ secrets }: Key, newest: Secret, model: Model): number | null {
  const end = expiryMs(model, newest);
  if (end > model.nowMs) return end === Infinity ? null : end;
  const { storedMs } = newest;
  if (storedMs === null) return null;
  const alike = secrets.filter((one) => one.storedMs === storedMs).map(({ issuedMs }) => issuedMs);
  return Math.min(model.nowMs + storedMs - Math.min(...alike), latestMs(model, model.nowMs));
}

class EndOverlap extends ActOnKey {
  protected override async performOn(key: Key, _newest: Secret, model: Model, real: Real): Promise<void> {
    const { nowMs } = model;
    const service = real.test.app.get(RevokeKeyService);
    const { revocation } = await service.endOverlap(real.principal, key.id, null);
    const isOverlapping = ({ endsMs }: Secret): boolean => endsMs !== null && endsMs > nowMs && !key.revoked;
    const overlapping = key.secrets.filter(isOverlapping);
    expect(revocation !== undefined).toBe(overlapping.length > 0);
    for (const secret of overlapping) secret.endsMs = nowMs;
  }

  override toString(): string {
    return 'endOverlap()';
  }
}

class Revoke extends ActOnKey {
  protected override async performOn(key: Key, _newest: Secret, _model: Model, real: Real): Promise<void> {
    await real.test.app.get(RevokeKeyService).revoke(real.principal, key.id, {}, null);
    key.revoked = true;
  }

  override toString(): string {
    return 'revoke()';
  }
}

class Disable extends ActOnKey {
  protected override async performOn(key: Key, _newest: Secret, _model: Model, real: Real): Promise<void> {
    const disabled = await outcome(real.test.app.get(DisableKeyService).disable(real.principal, key.id));
    if (key.revoked) expect(disabled).toBe('key-revoked');
    else expect(disabled).toHaveProperty('revocation');
    key.disabled ||= !key.revoked;
  }

  override toString(): string {
    return 'disableKey()';
  }
}

class Undisable extends ActOnKey {
  protected override async performOn(key: Key, newest: Secret, model: Model, real: Real): Promise<void> {
    const enabled = await outcome(real.test.app.get(DisableKeyService).enable(real.principal, key.id, null));
    const isExpired = expiryMs(model, newest) <= model.nowMs;
    if (key.revoked || isExpired) {
      expect(enabled).toBe(key.revoked ? 'key-revoked' : 'key-expired');
      return;
    }
    expect(typeof enabled === 'object' && 'revocation' in enabled).toBe(key.disabled);
    key.disabled = false;
  }

  override toString(): string {
    return 'enableKey()';
  }
}

class Cap extends Act {
  constructor(private readonly maxDays: number | null) {
    super();
  }

  protected override async perform(model: Model, { test, principal }: Real): Promise<void> {
    const keys = { company: { maxLifetimeDays: this.maxDays } };
    await test.app.get(SettingsService).update(principal, { keys });
    model.maxDays = this.maxDays;
  }

  override toString(): string {
    return `cap(${this.maxDays ?? 'no'} days)`;
  }
}

class Enable extends Act {
  constructor(private readonly enabled: boolean) {
    super();
  }

  protected override async perform(model: Model, { test, principal }: Real): Promise<void> {
    await test.app.get(SettingsService).update(principal, { keys: { company: { enabled: this.enabled } } });
    model.enabled = this.enabled;
  }

  override toString(): string {
    return this.enabled ? 'enable()' : 'disable()';
  }
}

class Wait extends Act {
  constructor(private readonly ms: number) {
    super();
  }

  protected override perform(model: Model, { test }: Real): Promise<void> {
    test.clock.advance(this.ms);
    model.nowMs += this.ms;
    return Promise.resolve();
  }

  override toString(): string {
    return `wait(${this.ms})`;
  }
}

// Few and round, so that ends meet: an overlap that ends as the key expires, a cap that is exactly a life.
const which = fc.nat(1);
const lifeMs = fc.constantFrom(null, hourMs, dayMs, dayMs + minuteMs, 2 * dayMs, 30 * dayMs);
const waitMs = fc.constantFrom(1, minuteMs, hourMs - 1, hourMs, dayMs, 7 * dayMs);
const rotations = fc
  .tuple(which, fc.constantFrom(0, 60, 3_600, 86_400, 604_800))
  .map(([key, seconds]) => new Rotate(key, seconds));
const waits = waitMs.map((ms) => new Wait(ms));
const acts = fc.commands(
  [
    lifeMs.map((ms) => new Issue(ms)),
    // Twice, and so twice as often: the most can go wrong while secrets overlap.
    rotations,
    rotations,
    waits,
    which.map((key) => new EndOverlap(key)),
    which.map((key) => new Revoke(key)),
    which.map((key) => new Disable(key)),
    which.map((key) => new Undisable(key)),
    fc.constantFrom(null, 1, 2, 30).map((days) => new Cap(days)),
    fc.boolean().map((enabled) => new Enable(enabled)),
  ],
  { maxCommands: 20, size: 'max' },
);

describe('The life of a key', () => {
  let real: Real;

  beforeAll(async () => {
    const test = await startApp();
    const { id, name, slug, ownerId } = await aCompany(test);
    const principal = principalWith({
      company: { id, name, slug, suspended: false, timeZone: 'UTC' },
      user: { id: ownerId, username: `owner@${slug}.test` },
      key: null,
      session: null,
      operator: false,
      method: 'password',
      permissions: test.app.get(PermissionCatalogue).ofSystemRole('owner'),
    });
    real = { test, principal };
  });
  afterAll(() => real.test.close());

  it('is what the arithmetic says, whatever is done in whatever order', async () => {
    let runs = 0;
    const asNew = async () => {
      runs += 1;
      const keys = { company: { enabled: true, maxLifetimeDays: null } };
      await real.test.app.get(SettingsService).update(real.principal, { keys });
      const model: Model = { nowMs: real.test.clock.now().getTime(), maxDays: null, enabled: true, keys: [] };
      return { model, real };
    };
    await fc.assert(
      fc.asyncProperty(acts, (commands) => fc.asyncModelRun(asNew, commands)),
      { numRuns: 60, interruptAfterTimeLimit: 6 * secondMs, markInterruptAsFailure: false },
    );
    expect(runs).toBeGreaterThan(1);
  });
});
