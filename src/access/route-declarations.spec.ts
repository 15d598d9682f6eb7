import { Authenticated, Public } from './declarations';
import { RouteDeclarations } from './route-declarations';
import { OpenToServiceKeys } from './service-keys';

@Authenticated()
class Strict {
  @OpenToServiceKeys('keys:verify')
  inherited(): void {}

  silent(): void {}
}

@Public()
class Heir extends Strict {}

class Silent {
  silent(): void {}
}

describe('what a route declares', () => {
  const declarations = new RouteDeclarations();

  it('is its requirement, and which service keys it is open to', () => {
    const { inherited } = Strict.prototype;

    expect(declarations.of(Strict, inherited)).toMatchObject({
      requirement: { kind: 'authenticated' },
      opening: 'keys:verify',
    });
  });

  it('is not what another controller declares for a handler that it hands down', () => {
    const { inherited } = Strict.prototype;
    declarations.of(Strict, inherited);

    expect(declarations.of(Heir, inherited)).toEqual({
      requirement: { kind: 'public' },
      opening: 'keys:verify',
    });
  });

  it('is nothing where nobody says anything', () => {
    expect(declarations.of(Silent, Silent.prototype.silent)).toEqual({ requirement: null, opening: null });
  });

  it('is read once', () => {
    const { silent } = Strict.prototype;

    expect(declarations.of(Strict, silent)).toBe(declarations.of(Strict, silent));
  });
});
