import fc from 'fast-check';
import { permissions } from '../../test/support/catalogue';
import { abilityFor, allows, type Permission } from './index';

describe('abilityFor and allows', () => {
  it('allow what was given and nothing else', () => {
    fc.assert(
      fc.property(fc.subarray([...permissions]), (held) => {
        const ability = abilityFor(held);

        expect(permissions.filter((permission) => allows(ability, permission))).toEqual(held);
      }),
    );
  });

  it('do not take a resource for the one whose name begins alike', () => {
    const ability = abilityFor(['keys.personal.any:revoke']);

    expect(allows(ability, 'keys.personal.any:revoke')).toBe(true);
    expect(allows(ability, 'keys.personal:revoke')).toBe(false);
  });

  it('take any iterable, and repetition', () => {
    const ability = abilityFor(new Set<Permission>(['company:read']).values());

    expect(allows(ability, 'company:read')).toBe(true);
    expect(allows(abilityFor(['usage:read', 'usage:read']), 'usage:read')).toBe(true);
  });

  it.each([':read', 'all:manage', 'all:read', 'company:manage', ':', ''])(
    'grant nothing for %j, should it slip in',
    (text) => {
      // The cast is the mistake that this fence is for: CASL would read some of these as "everything".
      const ability = abilityFor([text]);

      expect(permissions.filter((permission) => allows(ability, permission))).toEqual([]);
    },
  );

  it('cannot be changed afterwards, for they are shared by requests', () => {
    const ability = abilityFor(['company:read']);

    expect(() => ability.update([{ action: 'update', subject: 'company' }])).toThrow(TypeError);
    expect(allows(ability, 'company:update')).toBe(false);
  });
});
