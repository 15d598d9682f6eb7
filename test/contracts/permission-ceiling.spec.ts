import fc from 'fast-check';
import { keyEnvironments } from '../../libs/api-key';
import { type KeyKind, keyKinds, type Permission, PermissionCatalogue } from '../../libs/permissions';
import { GenerateKeyService, RevealKeyService, VerifyKey } from '../../src/api-keys';
import { type NewKey } from '../../src/api-keys/api-keys.schema';
import { RotateKeyService } from '../../src/api-keys/commands/rotate-key.service';
import { UpdateKeyService } from '../../src/api-keys/commands/update-key.service';
import { secondMs } from '../../src/platform';
import { Problem } from '../../src/platform/http';
import { RolesService } from '../../src/roles/roles.service';
import { type Principal, principalWith } from '../../src/tenancy';
import { aCompany, startApp, type TestApp } from '../support';
import { anOperator, aProduct } from '../support/operators';
import { onKeys } from '../support/someone-with';
import { fromNowhere } from '../support/usage';

/*
 * The ceiling as this project tells it, in a few sets, held against the real services on a real database: whatever two people do
 * with keys and whatever their roles become, no act newly gives what its actor does not hold at that moment, and none is
 * refused for another reason.
 */

type Permissions = readonly Permission[];

interface Key {
  readonly id: string;
  readonly kind: KeyKind;
  /** The actor who made it; of a personal key, its owner. */
  readonly maker: number;
  secret: string;
  /** Null for all that its kind may have. */
  stored: Permissions | null;
}

interface Model {
  readonly held: [Permissions, Permissions];
  readonly keys: Key[];
}

interface Real {
  readonly test: TestApp;
  readonly product: string;
  readonly owner: Principal;
  readonly actors: readonly { readonly principal: Principal; readonly roleId: string }[];
}

// What a machine key may do depends on its service account, not on who makes it: it has suites of its own.
const kinds = keyKinds.filter((kind) => kind !== 'machine');
const pool: Permissions = ['sales-invoices:read', 'sales-invoices:create', 'keys:verify'];
const granted: Permissions = ['sales-invoices:read'];
/** May stand in a list that is asked for, beside those of the pool. */
const allInvoices: Permission = 'sales-invoices:*';
// A cast: the texts are put together from words that permissions consist of.
const rights = [
  ...kinds.flatMap((kind) => onKeys(kind, 'read', 'generate', 'update', 'rotate', 'reveal')),
  'keys.personal:sign-in',
] as Permission[];

const isWithin = (some: Permissions, others: Permissions): boolean =>
  some.every((one) => others.includes(one));
const without = (some: Permissions, others: Permissions): Permissions =>
  some.filter((one) => !others.includes(one));

/** What a list means that was asked for. */
const meant = (asked: Permissions): Permissions =>
  pool.filter(
    (one) => asked.includes(one) || (one.startsWith('sales-invoices:') && asked.includes(allInvoices)),
  );

/** @returns what the act gave, or the code of its refusal. */
async function outcome<T extends object>(act: Promise<T>): Promise<T | string> {
  try {
    return await act;
  } catch (error) {
    if (error instanceof Problem) return error.kind.code;
    throw error;
  }
}

const codeOf = (done: object | string): string => (typeof done === 'string' ? done : 'done');

/** What the secret of a key opens now, as a verification says. */
async function opensOf({ test }: Real, key: Pick<Key, 'secret'>): Promise<Permissions> {
  const asked = { ...fromNowhere, environments: keyEnvironments, required: null, cost: 0 };
  const verdict = await test.app.get(VerifyKey).verify(key.secret, asked);
  if (verdict.code !== 'VALID') throw new Error(`A key of the model is ${verdict.code}`);
  return verdict.key.permissions;
}

abstract class Act implements fc.AsyncCommand<Model, Real> {
  constructor(protected readonly actor: number) {}

  check(_model: Readonly<Model>): boolean {
    return true;
  }

  abstract run(model: Model, real: Real): Promise<void>;
  abstract toString(): string;

  protected heldBy({ held }: Model): Permissions {
    return held[this.actor % 2] ?? [];
  }

  protected principalIn(model: Model, { actors }: Real): Principal {
    const actor = actors[this.actor % 2];
    if (actor === undefined) throw new Error('There are two actors');
    return principalWith({ ...actor.principal, permissions: this.heldBy(model) });
  }

  /** All that a key of this kind may have. */
  protected allOf(kind: KeyKind, { test }: Real): Permissions {
    return test.app.get(PermissionCatalogue).grantableTo(kind);
  }
}

class Make extends Act {
  constructor(
    actor: number,
    private readonly kind: KeyKind,
    private readonly asked: Permissions | null,
  ) {
    super(actor);
  }

  override check({ keys }: Readonly<Model>): boolean {
    return keys.length < 4;
  }

  async run(model: Model, real: Real): Promise<void> {
    const { kind, asked } = this;
    const input: NewKey = {
      ...{ kind, name: 'Key' },
      ...(kind === 'product' ? { product: real.product } : {}),
      ...(asked === null ? {} : { permissions: [...asked] }),
    };
    const service = real.test.app.get(GenerateKeyService);
    const made = await outcome(service.generate(this.principalIn(model, real), input, null));

    expect(codeOf(made)).toBe(this.expected(model, real));
    if (typeof made === 'string') return;
    const { secret } = made;
    expect(without(await opensOf(real, { secret }), this.heldBy(model))).toEqual([]);
    model.keys.push({
      id: made.key.id,
      kind,
      maker: this.actor % 2,
      secret,
      stored: this.given(model, real),
    });
  }

  private expected(model: Model, real: Real): string {
    if (this.asked === null) return this.given(model, real)?.length === 0 ? 'permission-ceiling' : 'done';
    if (isWithin(meant(this.asked), this.heldBy(model))) return 'done';
    return this.kind === 'personal' ? 'validation-failed' : 'permission-ceiling';
  }

  private given(model: Model, real: Real): Permissions | null {
    if (this.asked !== null) return meant(this.asked);
    const all = this.allOf(this.kind, real);
    const held = this.heldBy(model);
    if (isWithin(all, held)) return null;
    return all.filter((one) => held.includes(one) && (this.kind !== 'product' || granted.includes(one)));
  }

  override toString(): string {
    return `make(${this.actor % 2}, ${this.kind}, ${String(this.asked)})`;
  }
}

/** Something done to one of the keys that are there. */
abstract class ActOnKey extends Act {
  constructor(
    actor: number,
    private readonly which: number,
  ) {
    super(actor);
  }

  override check({ keys }: Readonly<Model>): boolean {
    const key = keys[this.which % keys.length];
    // Nobody reaches another's personal key; rights over keys have suites of their own.
    return key !== undefined && (key.kind !== 'personal' || key.maker === this.actor % 2);
  }

  async run(model: Model, real: Real): Promise<void> {
    const key = model.keys[this.which % model.keys.length];
    if (key !== undefined) await this.performOn(key, model, real);
  }

  protected abstract performOn(key: Key, model: Model, real: Real): Promise<void>;

  override toString(): string {
    return `${this.constructor.name}(${this.actor % 2}, key ${this.which})`;
  }
}

class Rotate extends ActOnKey {
  protected override async performOn(key: Key, model: Model, real: Real): Promise<void> {
    const opens = await opensOf(real, key);
    const principal = this.principalIn(model, real);
    const rotation = real.test.app
      .get(RotateKeyService)
      .rotate(principal, key.id, { overlapSeconds: 0 }, null);
    const rotated = await outcome(rotation);

    const isHeld = isWithin(opens, this.heldBy(model));
    expect(codeOf(rotated)).toBe(isHeld ? 'done' : 'permission-ceiling');
    if (typeof rotated !== 'string') key.secret = rotated.secret;
  }
}

class Reveal extends ActOnKey {
  protected override async performOn(key: Key, model: Model, real: Real): Promise<void> {
    const opens = await opensOf(real, key);
    const principal = this.principalIn(model, real);
    const revealed = await outcome(real.test.app.get(RevealKeyService).reveal(principal, key.id, null));

    const isHeld = isWithin(opens, this.heldBy(model));
    expect(codeOf(revealed)).toBe(isHeld ? 'done' : 'permission-ceiling');
  }
}

class Change extends ActOnKey {
  constructor(
    actor: number,
    which: number,
    private readonly given: Permissions | null,
  ) {
    super(actor, which);
  }

  protected override async performOn(key: Key, model: Model, real: Real): Promise<void> {
    const before = await opensOf(real, key);
    const patch = { permissions: this.given && [...this.given] };
    const service = real.test.app.get(UpdateKeyService);
    const changed = await outcome(service.update(this.principalIn(model, real), key.id, patch, null));

    expect(codeOf(changed)).toBe(this.expected(key, model, real));
    const added = without(await opensOf(real, key), before);
    expect(without(added, this.heldBy(model))).toEqual([]);
    if (typeof changed !== 'string') key.stored = this.given && meant(this.given);
  }

  private expected({ kind, stored }: Key, model: Model, real: Real): string {
    const held = this.heldBy(model);
    if (this.given === null)
      return stored === null || isWithin(this.allOf(kind, real), held) ? 'done' : 'permission-ceiling';
    const given = meant(this.given);
    if (kind === 'personal')
      return isWithin(without(given, stored ?? []), held) ? 'done' : 'validation-failed';
    return stored === null || isWithin(without(given, stored), held) ? 'done' : 'permission-ceiling';
  }

  override toString(): string {
    return `${super.toString()} to ${String(this.given)}`;
  }
}

class Hold extends Act {
  constructor(
    actor: number,
    private readonly held: Permissions,
  ) {
    super(actor);
  }

  async run(model: Model, real: Real): Promise<void> {
    const before = await this.opened(model, real);
    const permissions = [...new Set([...rights, ...this.held])];
    const roleId = real.actors[this.actor % 2]?.roleId ?? '';
    await real.test.app.get(RolesService).update(real.owner, roleId, { permissions });
    model.held[this.actor % 2 === 0 ? 0 : 1] = permissions;

    const after = await this.opened(model, real);
    for (const [at, { kind, maker, stored }] of model.keys.entries()) {
      const [was = [], is = []] = [before[at], after[at]];
      const isTheirs = kind === 'personal' && maker === this.actor % 2;
      if (!isTheirs) expect(is).toEqual(was);
      else
        expect(
          without(is, stored === null ? permissions : stored.filter((one) => permissions.includes(one))),
        ).toEqual([]);
    }
  }

  private opened({ keys }: Model, real: Real): Promise<Permissions[]> {
    return Promise.all(keys.map((key) => opensOf(real, key)));
  }

  override toString(): string {
    return `hold(${this.actor % 2}, ${this.held.length > pool.length ? 'everything' : String(this.held)})`;
  }
}

describe('The ceiling', () => {
  let real: Real;
  let everything: Permissions;

  beforeAll(async () => {
    const test = await startApp();
    const company = await aCompany(test);
    const operator = await anOperator(test);
    const product = await aProduct(operator, granted);
    await company.owner.post(`/products/${product}/requests`);
    await operator.client.put(`/platform/companies/${company.id}/products/${product}`, { enabled: true });
    const visibility = { visibility: 'recoverable' };
    await company.owner.patch('/settings', {
      keys: { company: visibility, product: visibility, personal: { ...visibility, enabled: true } },
    });
    const actors = await Promise.all(
      [0, 1].map(async (at) => {
        const { id, username } = await company.member();
        const role = await company.owner.post('/roles', { name: `Actor ${at}`, permissions: rights });
        await company.owner.put(`/users/${id}/roles`, { roles: [role.body.id] });
        return { principal: principalOf({ id, username }, rights), roleId: String(role.body.id) };
      }),
    );
    const catalogue = test.app.get(PermissionCatalogue);
    const owner = { id: company.ownerId, username: `owner@${company.slug}.test` };
    everything = catalogue.grantableTo('personal');
    real = { test, product, actors, owner: principalOf(owner, catalogue.ofSystemRole('owner')) };

    function principalOf(user: { id: string; username: string }, permissions: Permissions): Principal {
      const { id, name, slug } = company;
      return principalWith({
        ...{ company: { id, name, slug, suspended: false, timeZone: 'UTC' }, user, permissions },
        ...{ key: null, session: null, operator: false, method: 'password' },
      });
    }
  });
  afterAll(() => real.test.close());

  it('holds whatever two people do with keys, and whatever their roles become', async () => {
    const some = fc.subarray([...pool]);
    const actor = fc.nat(1);
    const which = fc.nat(3);
    const asked = fc.option(fc.subarray([...pool, allInvoices]), { freq: 3 });
    const held = fc.oneof({ weight: 3, arbitrary: some }, { weight: 1, arbitrary: fc.constant(everything) });
    const kind = fc.constantFrom(...kinds);
    const acts = fc.commands(
      [
        fc.tuple(actor, kind, asked).map(([who, of, list]) => new Make(who, of, list)),
        fc.tuple(actor, held).map(([who, list]) => new Hold(who, list)),
        fc.tuple(actor, which).map(([who, key]) => new Rotate(who, key)),
        fc.tuple(actor, which).map(([who, key]) => new Reveal(who, key)),
        fc.tuple(actor, which, asked).map(([who, key, list]) => new Change(who, key, list)),
      ],
      { maxCommands: 20, size: 'max' },
    );
    let runs = 0;
    const asNew = async () => {
      runs += 1;
      const model: Model = { held: [rights, rights], keys: [] };
      await new Hold(0, []).run(model, real);
      await new Hold(1, pool).run(model, real);
      return { model, real };
    };
    await fc.assert(
      fc.asyncProperty(acts, (commands) => fc.asyncModelRun(asNew, commands)),
      { numRuns: 40, interruptAfterTimeLimit: 8 * secondMs, markInterruptAsFailure: false },
    );
    expect(runs).toBeGreaterThan(1);
  });
});
