import { Authenticated, Public, Requires, RequiresInPasswordSession, RequiresOperator } from './declarations';
import { requirementOf } from './requirement-of';

@Requires('users:read')
class Strict {
  ofTheClass(): void {}

  @Public()
  ofItsOwn(): void {}
}

class Silent {
  @Public()
  public(): void {}

  @Authenticated()
  any(): void {}

  @Authenticated('session')
  session(): void {}

  @Requires('users:read', 'users:create')
  requires(): void {}

  @RequiresInPasswordSession('users:delete')
  inPasswordSession(): void {}

  @RequiresOperator()
  operator(): void {}

  nothing(): void {}
}

class Heir extends Strict {
  override ofTheClass(): void {}
}

const requirement = (route: keyof Silent) => requirementOf(Silent.prototype[route], Silent);

/** The ways to authenticate that the documentation of this route names; an empty one means that none is needed. */
function documented(route: keyof Silent): string[] {
  const security: object[] = Reflect.getMetadata('swagger/apiSecurity', Silent.prototype[route]) ?? [];
  return security.flatMap((way) => Object.keys(way)).toSorted();
}

describe('what a route declares', () => {
  it('is what it requires', () => {
    expect(requirement('public')).toEqual({ kind: 'public' });
    expect(requirement('any')).toEqual({ kind: 'authenticated', by: 'any' });
    expect(requirement('session')).toEqual({ kind: 'authenticated', by: 'session' });
    expect(requirement('operator')).toEqual({ kind: 'operator' });
    expect(requirement('requires')).toEqual({
      kind: 'permission',
      anyOf: ['users:read', 'users:create'],
      by: 'any',
    });
    expect(requirement('inPasswordSession')).toEqual({
      kind: 'permission',
      anyOf: ['users:delete'],
      by: 'password',
    });
  });

  it('is nothing where it says nothing', () => {
    expect(requirement('nothing')).toBeNull();
  });

  it('is what its controller says, unless it says something itself', () => {
    const ofClass = { kind: 'permission', anyOf: ['users:read'], by: 'any' };
    expect(requirementOf(Strict.prototype.ofTheClass, Strict)).toEqual(ofClass);
    expect(requirementOf(Strict.prototype.ofItsOwn, Strict)).toEqual({ kind: 'public' });
    expect(requirementOf(Heir.prototype.ofTheClass, Heir)).toEqual(ofClass);
  });

  it('is documented with the credentials that can meet it', () => {
    expect(documented('any')).toEqual(['apiKey', 'basic', 'bearer', 'session']);
    expect(documented('requires')).toEqual(['apiKey', 'basic', 'bearer', 'session']);
    expect(documented('session')).toEqual(['session']);
    expect(documented('inPasswordSession')).toEqual(['session']);
    expect(documented('operator')).toEqual(['session']);
  });
});
