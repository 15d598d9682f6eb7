import fc from 'fast-check';
import {
  abilityFor,
  type KeyAction,
  type KeyKind,
  keyKinds,
  type Permission,
  type SystemRoleCode,
} from '../../libs/permissions';
import { permissions, permissionsOf, withoutProducts } from '../../test/support/catalogue';
import { Problem } from '../platform/http';
import { type Principal } from '../tenancy';
import {
  kindsAllowing,
  may,
  type OwnedKey,
  permissionsOfKey,
  assertMayGenerate,
  assertMay,
} from './key-rights';

const [me, somebodyElse] = ['me', 'somebody-else'];

function someoneWith(...held: Permission[]): Principal {
  // A cast: these rules read only the ability and the id.
  return { ability: abilityFor(held), user: { id: me } } as Principal;
}

function someoneAs(code: SystemRoleCode): Principal {
  return someoneWith(...permissionsOf(code));
}

function aKey(kind: KeyKind, ownerId: string | null = kind === 'personal' ? me : null): OwnedKey {
  return { kind, ownerId };
}

function refusal(principal: Principal, action: KeyAction, kind: KeyKind): number | null {
  return statusOf(() => assertMay(principal, action, aKey(kind)));
}

/** The status of the refusal, or null. */
function statusOf(act: () => void): number | null {
  try {
    act();
    return null;
  } catch (error) {
    if (error instanceof Problem) return error.kind.status;
    throw error;
  }
}

describe('the kinds of keys that somebody may act on', () => {
  it.each([
    ['owner', ['company', 'product', 'machine'], ['company', 'product', 'personal', 'machine']],
    ['superadmin', ['product'], ['product', 'personal', 'machine']],
    ['admin', ['product'], ['product', 'personal', 'machine']],
    ['system-administrator', ['company', 'machine'], ['company', 'machine']],
    ['member', [], []],
    ['api-key-generate', ['personal'], ['personal']],
    ['api-key-sign-in', [], []],
  ] as const)('%s: %j to make, %j to read and revoke', (role, made, read) => {
    expect(kindsAllowing(someoneAs(role), 'generate')).toEqual(made);
    expect(kindsAllowing(someoneAs(role), 'read')).toEqual(read);
    expect(kindsAllowing(someoneAs(role), 'revoke')).toEqual(read);
  });

  it('follow the permission of that kind for that act, and no other', () => {
    const act = fc.constantFrom<KeyAction>('read', 'generate', 'update', 'reveal', 'rotate', 'revoke');
    fc.assert(
      fc.property(fc.subarray([...permissions]), act, (held, action) => {
        const everyones = held.some((one) => one === `keys.personal.any:${action}`);
        const allowed = keyKinds.filter(
          (kind) => held.includes(`keys.${kind}:${action}`) || (kind === 'personal' && everyones),
        );
        expect(kindsAllowing(someoneWith(...held), action)).toEqual(allowed);
      }),
    );
  });
});

describe('acting on a key', () => {
  it('404 hides a key of a kind one may not read, whatever else one may', () => {
    const principal = someoneWith('keys.company:revoke', 'keys.company:update', 'keys.product:read');
    expect(refusal(principal, 'revoke', 'company')).toBe(404);
    expect(refusal(principal, 'update', 'company')).toBe(404);
  });

  it('403 refuses someone who may only read it', () => {
    expect(refusal(someoneWith('keys.company:read'), 'revoke', 'company')).toBe(403);
    expect(refusal(someoneWith('keys.company:read', 'keys.product:revoke'), 'revoke', 'company')).toBe(403);
  });

  it('403 refuses to make one, where there is nothing to hide', () => {
    const making = (...held: Permission[]) =>
      statusOf(() => assertMayGenerate(someoneWith(...held), 'company', null));
    expect(making()).toBe(403);
    expect(making('keys.company:read', 'keys.product:generate')).toBe(403);
    expect(making('keys.company:generate')).toBeNull();
  });

  it('lets who may read and do it do it', () => {
    expect(refusal(someoneWith('keys.company:read', 'keys.company:reveal'), 'reveal', 'company')).toBeNull();
  });
});

describe('acting on a personal key', () => {
  const own: Permission[] = ['read', 'generate', 'update', 'reveal', 'rotate', 'revoke'].map(
    // A cast: each of these is a permission of the catalogue.
    (action) => `keys.personal:${action}` as Permission,
  );
  const theirs = aKey('personal', somebodyElse);

  it('404 hides another’s, whatever one may do to one’s own', () => {
    for (const action of ['read', 'update', 'reveal', 'rotate', 'revoke'] as const) {
      expect(statusOf(() => assertMay(someoneWith(...own), action, aKey('personal', me)))).toBeNull();
      expect(statusOf(() => assertMay(someoneWith(...own), action, theirs))).toBe(404);
    }
  });

  it('404 hides it from a caller without an id, also where the key has no owner', () => {
    // A cast, as above: a key of a company acts for no user.
    const nobody = { ...someoneWith(...own), user: null } as Principal;
    expect(statusOf(() => assertMay(nobody, 'read', aKey('personal', me)))).toBe(404);
    expect(statusOf(() => assertMay(nobody, 'read', aKey('personal', null)))).toBe(404);
  });

  it('lets who oversees everyone’s read and revoke them, and 403 refuses them anything else', () => {
    const overseer = someoneWith('keys.personal.any:read', 'keys.personal.any:revoke');
    expect(may(overseer, 'read', theirs)).toBe(true);
    expect(may(overseer, 'revoke', theirs)).toBe(true);
    for (const action of ['update', 'reveal', 'rotate'] as const)
      expect(statusOf(() => assertMay(overseer, action, theirs))).toBe(403);
  });

  it('404 hides everyone’s from someone who may only revoke them, because reading comes first', () => {
    const principal = someoneWith('keys.personal.any:revoke');
    expect(statusOf(() => assertMay(principal, 'revoke', theirs))).toBe(404);
  });

  it('gives who oversees everyone’s no right to company and product keys', () => {
    const overseer = someoneWith('keys.personal.any:read', 'keys.personal.any:revoke');
    for (const kind of ['company', 'product'] as const)
      expect(statusOf(() => assertMay(overseer, 'revoke', aKey(kind)))).toBe(404);
  });
});

describe('what a key may do', () => {
  const heldBy = (kind: KeyKind, ...more: [readonly string[] | null, (readonly Permission[])?]) =>
    permissionsOfKey(withoutProducts, { kind, productCode: null }, ...more);

  it('is all that its kind may, when nothing in particular was asked for', () => {
    const all = ['sales-invoices:read', 'sales-invoices:create', 'keys:verify'];
    expect(heldBy('company', null)).toEqual(all);
    expect(heldBy('product', null)).toEqual(all);
  });

  it('is nothing when an empty list was asked for', () => {
    for (const kind of keyKinds) expect(heldBy(kind, [])).toEqual([]);
  });

  it('is what was asked for and its kind may, and never more than either', () => {
    const asked = fc.array(fc.oneof(fc.constantFrom(...permissions), fc.string()));
    fc.assert(
      fc.property(fc.constantFrom(...keyKinds), asked, (kind, texts) => {
        const most = heldBy(kind, null);
        expect(heldBy(kind, texts)).toEqual(texts.filter((text) => most.some((one) => one === text)));
      }),
    );
  });

  it('forgets a permission that a later version dropped, and one that its kind may no longer hold', () => {
    const stored = ['sales-invoices:read', 'fax:send', 'users:delete', 'keys.company:generate'];
    expect(heldBy('company', stored)).toEqual(['sales-invoices:read']);
  });

  it('is never more than its product grants or its owner holds at the moment', () => {
    const texts = fc.option(fc.subarray([...permissions]));
    const held = fc.subarray([...permissions]);
    fc.assert(
      fc.property(fc.constantFrom(...keyKinds), texts, held, (kind, asked, ceiling) => {
        const unbounded = heldBy(kind, asked);
        const expected = unbounded.filter((permission) => ceiling.includes(permission));
        expect(heldBy(kind, asked, ceiling)).toEqual(expected);
      }),
    );
  });

  it('is nothing where the product grants nothing or the owner holds nothing', () => {
    for (const kind of keyKinds) {
      expect(heldBy(kind, null, [])).toEqual([]);
      expect(heldBy(kind, ['sales-invoices:read'], [])).toEqual([]);
    }
  });
});
