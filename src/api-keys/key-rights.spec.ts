import fc from 'fast-check';
import {
  abilityFor,
  type KeyAction,
  type KeyKind,
  keyKinds,
  type Permission,
  permissions,
  systemRoles,
} from '../../libs/permissions';
import { Problem } from '../platform/http';
import { type Principal } from '../tenancy';
import { kindsAllowing, permissionsOfKey, refuseWithout } from './key-rights';

function someoneWith(...held: Permission[]): Principal {
  // A cast: these rules look at nothing but the ability.
  return { ability: abilityFor(held) } as Principal;
}

function someoneAs(code: string): Principal {
  return someoneWith(...(systemRoles.find((role) => role.code === code)?.permissions ?? []));
}

/** The status of the refusal, or null. */
function refusal(principal: Principal, action: KeyAction, kind: KeyKind): number | null {
  try {
    refuseWithout(principal, action, kind);
    return null;
  } catch (error) {
    if (error instanceof Problem) return error.kind.status;
    throw error;
  }
}

describe('the kinds of keys that somebody may act on', () => {
  it.each([
    ['owner', ['company', 'product']],
    ['superadmin', ['product']],
    ['admin', ['product']],
    ['system-administrator', ['company']],
    ['member', []],
    ['api-key-generate', ['personal']],
    ['api-key-sign-in', []],
  ] as const)('%s: %j', (role, kinds) => {
    expect(kindsAllowing(someoneAs(role), 'generate')).toEqual(kinds);
  });

  it('follow the permission of that kind for that act, and no other', () => {
    const act = fc.constantFrom<KeyAction>('read', 'generate', 'update', 'reveal', 'rotate', 'revoke');
    fc.assert(
      fc.property(fc.subarray([...permissions]), act, (held, action) => {
        const allowed = keyKinds.filter((kind) => held.includes(`keys.${kind}:${action}`));
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

  it('403 refuses who may only read it', () => {
    expect(refusal(someoneWith('keys.company:read'), 'revoke', 'company')).toBe(403);
    expect(refusal(someoneWith('keys.company:read', 'keys.product:revoke'), 'revoke', 'company')).toBe(403);
  });

  it('403 refuses to make one, where there is nothing to hide', () => {
    expect(refusal(someoneWith(), 'generate', 'company')).toBe(403);
    expect(refusal(someoneWith('keys.company:read'), 'generate', 'company')).toBe(403);
  });

  it('lets who may make keys make one, though they may not read it', () => {
    expect(refusal(someoneWith('keys.company:generate'), 'generate', 'company')).toBeNull();
  });

  it('lets who may read and do it do it', () => {
    expect(refusal(someoneWith('keys.company:read', 'keys.company:reveal'), 'reveal', 'company')).toBeNull();
  });
});

describe('what a key may do', () => {
  it('is all that its kind may, when nothing in particular was asked for', () => {
    const all = ['sales-invoices:read', 'sales-invoices:create', 'keys:verify'];
    expect(permissionsOfKey('company', null)).toEqual(all);
    expect(permissionsOfKey('product', null)).toEqual(all);
  });

  it('is nothing when an empty list was asked for', () => {
    for (const kind of keyKinds) expect(permissionsOfKey(kind, [])).toEqual([]);
  });

  it('is what was asked for and its kind may, and never more than either', () => {
    const asked = fc.array(fc.oneof(fc.constantFrom(...permissions), fc.string()));
    fc.assert(
      fc.property(fc.constantFrom(...keyKinds), asked, (kind, texts) => {
        const most = permissionsOfKey(kind, null);
        expect(permissionsOfKey(kind, texts)).toEqual(
          texts.filter((text) => most.some((one) => one === text)),
        );
      }),
    );
  });

  it('forgets a permission that a later version dropped, and one that its kind may no longer hold', () => {
    const stored = ['sales-invoices:read', 'fax:send', 'users:delete', 'keys.company:generate'];
    expect(permissionsOfKey('company', stored)).toEqual(['sales-invoices:read']);
  });
});
