import { permissions } from '../../../../libs/permissions';
import { permissionGroups } from './permission-words';

describe('the groups of permissions', () => {
  it('have every permission once', () => {
    const grouped = permissionGroups.flatMap((group) => group.permissions);

    expect([...grouped].sort()).toEqual([...permissions].sort());
  });
});
