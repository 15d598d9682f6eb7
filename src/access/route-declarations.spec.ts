import { type Type } from '@nestjs/common';
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
  const of = (controller: Type, handler: () => void) =>
    declarations.of({ getClass: <T>() => controller as Type<T>, getHandler: () => handler });

  it('is its requirement, and which service keys it is open to', () => {
    const { inherited } = Strict.prototype;

    expect(of(Strict, inherited)).toMatchObject({
      requirement: { kind: 'authenticated' },
      opening: 'keys:verify',
    });
  });

  it('is not what another controller declares for a handler that it hands down', () => {
    const { inherited } = Strict.prototype;
    of(Strict, inherited);

    expect(of(Heir, inherited)).toEqual({ requirement: { kind: 'public' }, opening: 'keys:verify' });
  });

  it('is nothing where nobody says anything', () => {
    expect(of(Silent, Silent.prototype.silent)).toEqual({ requirement: null, opening: null });
  });

  it('is read once', () => {
    const { silent } = Strict.prototype;

    expect(of(Strict, silent)).toBe(of(Strict, silent));
  });
});
