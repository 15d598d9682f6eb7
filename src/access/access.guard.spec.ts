import { ExecutionContextHost } from '@nestjs/core/helpers/execution-context-host';
import { type FastifyRequest } from 'fastify';
import { type Permission } from '../../libs/permissions';
import { permissions } from '../../test/support/catalogue';
import { Problem } from '../platform/http';
import { type Principal, principalWith } from '../tenancy';
import { AccessGuard } from './access.guard';
import { Authenticated, Public, Requires, RequiresInPasswordSession, RequiresOperator } from './declarations';
import { setPrincipal } from './request-principal';
import { RouteDeclarations } from './route-declarations';

class Routes {
  @Public()
  public(): void {}

  @Authenticated()
  any(): void {}

  @Authenticated('session')
  session(): void {}

  @Authenticated('password')
  password(): void {}

  @Requires('sales-invoices:read', 'sales-invoices:create')
  invoices(): void {}

  @RequiresInPasswordSession('keys.company:generate')
  generate(): void {}

  @RequiresOperator()
  approve(): void {}

  silent(): void {}
}

const acme = { id: 'company', name: 'Acme', slug: 'acme', suspended: false, timeZone: 'UTC' };

function aPerson(choice: Partial<Omit<Principal, 'ability'>> = {}): Principal {
  return principalWith({
    company: acme,
    user: { id: 'user', username: 'ani' },
    key: null,
    session: { id: 'session' },
    operator: false,
    method: 'password',
    permissions: [],
    ...choice,
  });
}

const holding = (...permissions: Permission[]) => ({ permissions });
const suspended = { company: { ...acme, suspended: true } };
const withKey = { session: null, user: null, method: 'api-key' } as const;
const withKeySession = { method: 'api-key' } as const;

/** The outcome of a request: `let in`, or the status and code of the refusal. */
function outcome(route: keyof Routes, principal: Principal | null, method = 'GET'): string {
  // A cast: the guard looks at the method and at the principal.
  const request = { method } as FastifyRequest;
  if (principal !== null) setPrincipal(request, principal);
  const context = new ExecutionContextHost([request], Routes, Routes.prototype[route]);
  try {
    return new AccessGuard(new RouteDeclarations()).canActivate(context)
      ? 'let in'
      : 'a refusal without a reason';
  } catch (error) {
    if (error instanceof Problem) return `${error.kind.status} ${error.kind.code}`;
    throw error;
  }
}

describe('a route', () => {
  it('that is public is for everyone', () => {
    expect(outcome('public', null, 'POST')).toBe('let in');
  });

  it('403 without a declaration for everyone, even with many permissions', () => {
    expect(outcome('silent', aPerson(holding('users:delete')))).toBe('403 forbidden');
    expect(outcome('silent', null)).toBe('403 forbidden');
  });

  it.each(['any', 'session', 'password', 'invoices', 'generate', 'approve'] as const)(
    '401 without a credential: %s',
    (route) => {
      expect(outcome(route, null)).toBe('401 invalid-credentials');
    },
  );

  it('that requires one of several permissions lets someone in who has one', () => {
    expect(outcome('invoices', aPerson(holding('sales-invoices:read')))).toBe('let in');
    expect(outcome('invoices', aPerson(holding('sales-invoices:create')), 'POST')).toBe('let in');
    expect(outcome('invoices', aPerson({ ...withKey, ...holding('sales-invoices:read') }))).toBe('let in');
  });

  it('403 for someone who has none of them', () => {
    expect(outcome('invoices', aPerson())).toBe('403 forbidden');
    expect(outcome('invoices', aPerson(holding('users:read', 'keys:verify')))).toBe('403 forbidden');
    expect(outcome('invoices', aPerson({ company: null }))).toBe('403 forbidden');
  });
});

describe('the proof of the caller', () => {
  it.each([
    ['any', 'password', aPerson()],
    ['any', 'key session', aPerson(withKeySession)],
    ['any', 'key', aPerson(withKey)],
    ['session', 'password', aPerson()],
    ['session', 'key session', aPerson(withKeySession)],
    ['password', 'password', aPerson()],
  ] as const)('is enough for a route for %s: %s', (route, _proof, principal) => {
    expect(outcome(route, principal)).toBe('let in');
  });

  it('403 by a key is not enough where a session is wanted', () => {
    expect(outcome('session', aPerson(withKey))).toBe('403 session-required');
  });

  it('403 by a key, or a session opened with one, is not enough where a password is wanted', () => {
    const right = holding('keys.company:generate');
    for (const proof of [withKey, withKeySession]) {
      expect(outcome('password', aPerson(proof))).toBe('403 password-session-required');
      expect(outcome('generate', aPerson({ ...right, ...proof }))).toBe('403 password-session-required');
    }
    expect(outcome('generate', aPerson(right), 'POST')).toBe('let in');
  });

  it('403 is not asked of who may not do it anyway', () => {
    expect(outcome('generate', aPerson(withKey))).toBe('403 forbidden');
  });
});

describe('a route for operators', () => {
  const operator = { operator: true, company: null };

  it('is for an operator who signed in with a password', () => {
    expect(outcome('approve', aPerson(operator), 'POST')).toBe('let in');
  });

  it('403 is not for anyone else, whatever they hold in their company', () => {
    expect(outcome('approve', aPerson(holding(...permissions)))).toBe('403 forbidden');
    expect(outcome('approve', aPerson({ ...withKey, ...holding(...permissions) }))).toBe('403 forbidden');
  });

  it('403 is not for an operator who shows a key', () => {
    expect(outcome('approve', aPerson({ ...operator, ...withKey }))).toBe('403 password-session-required');
    expect(outcome('approve', aPerson({ ...operator, ...withKeySession }))).toBe(
      '403 password-session-required',
    );
  });

  it('403 is the only kind that is for an operator: being one is no permission', () => {
    expect(outcome('invoices', aPerson(operator))).toBe('403 forbidden');
  });
});

describe('in a suspended company', () => {
  const reader = aPerson({ ...suspended, ...holding('sales-invoices:read') });

  it.each(['GET', 'HEAD', 'OPTIONS'])('%s still shows everything', (method) => {
    expect(outcome('invoices', reader, method)).toBe('let in');
  });

  it.each(['POST', 'PUT', 'PATCH', 'DELETE', 'get'])('403 %s changes nothing', (method) => {
    expect(outcome('invoices', reader, method)).toBe('403 company-suspended');
  });

  it('403 tells who may not do it only that', () => {
    expect(outcome('invoices', aPerson(suspended), 'POST')).toBe('403 forbidden');
  });

  it.each(['any', 'session', 'password'] as const)(
    'what is one’s own still works, such as signing out and switching: %s',
    (route) => {
      expect(outcome(route, aPerson(suspended), 'DELETE')).toBe('let in');
    },
  );
});
