import { METHODS } from 'node:http';
import { Controller, Get, Module, RequestMethod, type Type } from '@nestjs/common';
import { METHOD_METADATA, PATH_METADATA } from '@nestjs/common/constants';
import { DiscoveryService, NestFactory } from '@nestjs/core';
import {
  AccessModule,
  Authenticated,
  type AccessRequirement,
  PlainRoutes,
  Public,
  type ServiceKeyOpening,
  RouteDeclarations,
} from '../../src/access';
import { ownComposition } from '../../src/composition';
import { manifests } from '../../src/manifests';
import { PlatformModule } from '../../src/platform';
import { loadConfig } from '../../src/platform/config';
import { openDatabase } from '../../src/platform/database';
import { createLogger } from '../../src/platform/logging';
import { type Manifest } from '../../src/platform/manifest';
import { createTestDatabase, startApp, type TestApp, TestClock } from '../support';
import { operationsOf } from '../support/operations';

/**
 * Every route of Kunci itself, and what it requires of its caller. A change here is a decision: who may do what with which credentials.
 * Service keys of the platform come in only where they are named.
 */
const reviewedRoutes: readonly string[] = [
  'POST /api/v1/companies: public',
  'GET /api/v1/company: company:read',
  'PATCH /api/v1/company: company:update',
  'POST /api/v1/company/submission: company:submit',
  'POST /api/v1/credentials/revoke: public',
  'GET /api/v1/events: events:read',
  'GET /api/v1/events/export: events:read',
  'POST /api/v1/invitations/preview: public',
  'POST /api/v1/invitations/redeem: public',
  'GET /api/v1/keys: keys.company:read or keys.product:read or keys.personal:read or keys.personal.any:read or keys.machine:read; service keys with keys:manage',
  'POST /api/v1/keys: keys.company:generate or keys.product:generate or keys.personal:generate or keys.machine:generate, in a session opened with a password, or with a machine key; service keys with keys:manage',
  'DELETE /api/v1/keys/:id: keys.company:revoke or keys.product:revoke or keys.personal:revoke or keys.personal.any:revoke or keys.machine:revoke, in a session opened with a password, or with a machine key; service keys with keys:manage',
  'GET /api/v1/keys/:id: keys.company:read or keys.product:read or keys.personal:read or keys.personal.any:read or keys.machine:read; service keys with keys:manage',
  'PATCH /api/v1/keys/:id: keys.company:update or keys.product:update or keys.personal:update or keys.machine:update, in a session opened with a password, or with a machine key; service keys with keys:manage',
  'POST /api/v1/keys/:id/disable: keys.company:update or keys.product:update or keys.personal:update or keys.machine:update, in a session opened with a password, or with a machine key; service keys with keys:manage',
  'POST /api/v1/keys/:id/enable: keys.company:update or keys.product:update or keys.personal:update or keys.machine:update, in a session opened with a password, or with a machine key; service keys with keys:manage',
  'POST /api/v1/keys/:id/end-overlap: keys.company:revoke or keys.product:revoke or keys.personal:revoke or keys.personal.any:revoke or keys.machine:revoke, in a session opened with a password, or with a machine key; service keys with keys:manage',
  'GET /api/v1/keys/:id/events: keys.company:read or keys.product:read or keys.personal:read or keys.personal.any:read or keys.machine:read',
  'POST /api/v1/keys/:id/reveal: keys.company:reveal or keys.product:reveal or keys.personal:reveal, in a session opened with a password',
  'POST /api/v1/keys/:id/revoke: keys.company:revoke or keys.product:revoke or keys.personal:revoke or keys.personal.any:revoke or keys.machine:revoke, in a session opened with a password, or with a machine key; service keys with keys:manage',
  'POST /api/v1/keys/:id/rotate: keys.company:rotate or keys.product:rotate or keys.personal:rotate or keys.machine:rotate, in a session opened with a password, or with a machine key; service keys with keys:manage',
  'POST /api/v1/keys/bulk: keys.company:revoke or keys.product:revoke or keys.personal:revoke or keys.personal.any:revoke or keys.machine:revoke or keys.company:update or keys.product:update or keys.personal:update or keys.machine:update, in a session opened with a password, or with a machine key',
  'POST /api/v1/keys/import: keys.company:import or keys.product:import, in a session opened with a password',
  'GET /api/v1/keys/imports: keys.company:import or keys.product:import',
  'DELETE /api/v1/keys/imports/shapes/:id: keys.company:import or keys.product:import, in a session opened with a password',
  'POST /api/v1/keys/lookup: keys.company:read or keys.product:read or keys.personal:read or keys.personal.any:read or keys.machine:read; service keys with keys:manage',
  'GET /api/v1/keys/policy: company:read',
  'POST /api/v1/keys/policy-preview: settings:update',
  'POST /api/v1/keys/self/rotate: key that is sent with the request',
  'POST /api/v1/keys/verify: keys:verify; service keys with keys:verify',
  'GET /api/v1/me: anyone with credentials; service keys',
  'GET /api/v1/me/factors: session opened with a password',
  'GET /api/v1/me/notifications: session',
  'POST /api/v1/me/notifications/read: session',
  'GET /api/v1/me/notifications/unread: session',
  'PUT /api/v1/me/password: session opened with a password',
  'PUT /api/v1/me/pin: session opened with a password',
  'GET /api/v1/me/sessions: session opened with a password',
  'DELETE /api/v1/me/sessions/:id: session opened with a password',
  'DELETE /api/v1/me/totp: session opened with a password',
  'POST /api/v1/me/totp: session opened with a password',
  'PUT /api/v1/me/totp: session opened with a password',
  'POST /api/v1/password-resets: session opened with a password',
  'POST /api/v1/password-resets/preview: public',
  'POST /api/v1/password-resets/redeem: public',
  'GET /api/v1/permissions: anyone with credentials; service keys',
  'GET /api/v1/platform/companies: operator; service keys with companies:manage',
  'POST /api/v1/platform/companies: operator; service keys with companies:manage',
  'GET /api/v1/platform/companies/:id: operator; service keys with companies:manage',
  'POST /api/v1/platform/companies/:id/approve: operator; service keys with companies:approve',
  'POST /api/v1/platform/companies/:id/close: operator; service keys with companies:manage',
  'POST /api/v1/platform/companies/:id/invitation: operator; service keys with companies:manage',
  'POST /api/v1/platform/companies/:id/name/approve: operator',
  'POST /api/v1/platform/companies/:id/name/reject: operator',
  'PUT /api/v1/platform/companies/:id/products/:code: operator',
  'POST /api/v1/platform/companies/:id/reinstate: operator',
  'POST /api/v1/platform/companies/:id/reject: operator',
  'POST /api/v1/platform/companies/:id/suspend: operator',
  'POST /api/v1/platform/keys/:id/revoke: operator',
  'POST /api/v1/platform/keys/lookup: operator',
  'GET /api/v1/platform/products: operator',
  'POST /api/v1/platform/products: operator',
  'PATCH /api/v1/platform/products/:code: operator',
  'POST /api/v1/platform/products/:code/retire: operator',
  'GET /api/v1/platform/service-keys: operator',
  'POST /api/v1/platform/service-keys: operator',
  'POST /api/v1/platform/service-keys/:id/revoke: operator',
  'GET /api/v1/platform/users: operator',
  'POST /api/v1/platform/users/:id/release: operator',
  'GET /api/v1/products: products:read',
  'POST /api/v1/products/:code/requests: products:request',
  'GET /api/v1/roles: roles:read',
  'POST /api/v1/roles: roles:create',
  'DELETE /api/v1/roles/:id: roles:delete',
  'PATCH /api/v1/roles/:id: roles:update',
  'GET /api/v1/service-accounts: service-accounts:read',
  'POST /api/v1/service-accounts: service-accounts:create',
  'DELETE /api/v1/service-accounts/:id: service-accounts:delete',
  'GET /api/v1/service-accounts/:id: service-accounts:read',
  'PATCH /api/v1/service-accounts/:id: service-accounts:update',
  'POST /api/v1/sessions: public',
  'DELETE /api/v1/sessions/current: session',
  'GET /api/v1/sessions/current: session',
  'PUT /api/v1/sessions/current/company: session opened with a password',
  'GET /api/v1/settings: settings:read',
  'PATCH /api/v1/settings: settings:update',
  'GET /api/v1/sign-up: public',
  'POST /api/v1/step-ups: session opened with a password',
  'GET /api/v1/usage: usage:read or keys.company:read or keys.product:read or keys.personal:read or keys.personal.any:read or keys.machine:read',
  'GET /api/v1/usage/keys: usage:read',
  'GET /api/v1/usage/refusals: usage:read or keys.company:read or keys.product:read or keys.personal:read or keys.personal.any:read or keys.machine:read',
  'GET /api/v1/users: users:read',
  'POST /api/v1/users: users:create',
  'DELETE /api/v1/users/:id: users:delete',
  'GET /api/v1/users/:id: users:read',
  'PATCH /api/v1/users/:id: users:update',
  'GET /api/v1/users/:id/known-keys: users:delete',
  'PUT /api/v1/users/:id/roles: users:update',
  'GET /health/live: public',
  'GET /health/ready: public',
  'GET /metrics: public',
];

/** Routes that Nest does not know, and that are no part of the document: they answer gateways, the APIs behind them, and libraries of OAuth. */
const reviewedPlainRoutes: readonly string[] = [
  'ANY /gateway/check: public',
  'ANY /gateway/check/*: public',
  'GET /.well-known/jwks.json: public',
  'GET /.well-known/oauth-authorization-server: public',
  'POST /oauth2/introspect: keys:verify, with a key that is sent with the request',
  'POST /oauth2/revoke: public',
];

/** Served beside the census, to everyone: the documentation, the pages of problems and the files of the console; nothing of any company. */
const filesForAnyone =
  /^(GET|HEAD) (\/docs(\/.*)?|\/openapi\.json|\/problems(\/:code)?|\/assets\/[^/]+|\/favicon\.svg|\*)$/;

const outsideTheApi = ['health', 'metrics'];

describe('the routes', () => {
  let test: TestApp;

  beforeAll(async () => {
    test = await startApp();
  });
  afterAll(() => test.close());

  it('are these, and require this of their callers', () => {
    const own = routesOf(test).filter(({ manifest }) => manifest === null);

    expect(own.map(({ route, requirement }) => `${route}: ${requirement}`)).toEqual(reviewedRoutes);
  });

  it('are these beside those of controllers', () => {
    const plain = test.app.get(PlainRoutes).all;

    const told = plain.map(({ name, requirement }) => `${name}: ${inWords(requirement)}`);
    expect(told.sort()).toEqual([...reviewedPlainRoutes].sort());
  });

  it('of business modules each ask for a permission of their own module', () => {
    const routes = routesOf(test).filter(({ manifest }) => manifest !== null);
    const others = routes.filter(({ manifest, requirement }) => {
      const declared: readonly string[] = manifest?.permissions.flatMap((one) => one.permissions) ?? [];
      return !requirement.split(' or ').every((permission) => declared.includes(permission));
    });

    expect(others).toEqual([]);
    expect(routes.length).toBeGreaterThan(2);
  });

  it('are all in the documentation, and nothing else is', () => {
    const documented = operationsOf(test).map(({ method, path }) => `${method} ${path}`);

    expect(documented.sort()).toEqual(
      routesOf(test)
        .map(({ route }) => route.replace(/:(\w+)/g, '{$1}'))
        .sort(),
    );
  });

  it('are all that is served', () => {
    const declared = routesOf(test).map(({ route }) => route);
    const served = servedBy(test).filter((route) => !filesForAnyone.test(route));
    // A HEAD is a GET without the body, and goes through the same guards.
    const known = [
      ...declared,
      ...test.app.get(PlainRoutes).all.flatMap(({ name }) => eachMethodOf(name)),
      ...declared.filter((route) => route.startsWith('GET ')).map((route) => `HEAD${route.slice(3)}`),
    ];

    expect(served.sort()).toEqual(known.sort());
  });
});

describe('the census', () => {
  @Controller('silent')
  class SilentController {
    @Get()
    peek(): string {
      return 'anything';
    }

    @Get('spoken')
    @Public()
    greet(): string {
      return 'hello';
    }
  }

  @Controller('spoken')
  @Authenticated()
  class SpokenController {
    @Get()
    greet(): string {
      return 'hello';
    }
  }

  const boot = async (...controllers: Type[]): Promise<void> => {
    const place = await createTestDatabase();
    const config = loadConfig(place.env);
    const { schema, permissions, events } = ownComposition();
    const database = await openDatabase(config.database, schema);
    const deps = {
      config,
      database,
      clock: new TestClock(),
      log: createLogger('silent'),
      permissions,
      events,
    };
    @Module({ imports: [PlatformModule.on(deps), AccessModule], controllers })
    class TinyModule {}
    try {
      const options = { logger: false, abortOnError: false } as const;
      await (await NestFactory.createApplicationContext(TinyModule, options)).close();
    } finally {
      await database.close();
      await place.drop();
    }
  };

  it('keeps the server from booting with a route that says nothing, and names it', async () => {
    await expect(boot(SpokenController, SilentController)).rejects.toThrow(
      /^SilentController\.peek does not say who may call it\.[^\n]*$/,
    );
  });

  it('lets it boot when every route says something, or its controller does', async () => {
    await expect(boot(SpokenController)).resolves.toBeUndefined();
  });
});

interface Route {
  /** `GET /api/v1/users/:id` */
  readonly route: string;
  readonly requirement: string;
  /** Of the business module that it belongs to. */
  readonly manifest: Manifest | null;
}

/** What the controllers declare, by path. */
function routesOf(test: TestApp): Route[] {
  const declarations = test.app.get(RouteDeclarations);
  const controllers = test.app.get(DiscoveryService, { strict: false }).getControllers();
  const routes = controllers.flatMap(({ metatype }): [string, Route][] => {
    // A cast: Nest types it as a class, a function or nothing; every controller is a class.
    const controller = metatype as Type;
    // A cast: a prototype is a plain object to look into.
    const methods = controller.prototype as Record<string, object>;
    return Object.getOwnPropertyNames(methods).flatMap((name): [string, Route][] => {
      const handler = methods[name];
      if (handler === undefined || handler === controller || !Reflect.hasMetadata(PATH_METADATA, handler))
        return [];
      const path = pathOf(controller, handler);
      const method = RequestMethod[Reflect.getMetadata(METHOD_METADATA, handler)] ?? '';
      const { requirement, opening } = declarations.of(controller, handler);
      const words = inWords(requirement) + openingInWords(opening);
      return [[path, { route: `${method} ${path}`, requirement: words, manifest: manifestOf(controller) }]];
    });
  });
  return routes
    .sort(([a, one], [b, other]) => compare(a, b) || compare(one.route, other.route))
    .map(([, route]) => route);
}

function manifestOf(controller: Type): Manifest | null {
  const isHome = ({ module }: Manifest): boolean => {
    // A cast: Nest keeps the controllers of a module as a list of classes, if there are any.
    const controllers = Reflect.getMetadata('controllers', module) as readonly Type[] | undefined;
    return controllers?.includes(controller) ?? false;
  };
  return manifests.find(isHome) ?? null;
}

function compare(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}

function pathOf(controller: Type, handler: object): string {
  const parts = [controller, handler].map((part) => String(Reflect.getMetadata(PATH_METADATA, part)));
  const path = parts.filter((part) => part !== '/').join('/');
  return outsideTheApi.includes(parts[0] ?? '') ? `/${path}` : `/api/v1/${path}`;
}

function inWords(requirement: AccessRequirement | null): string {
  switch (requirement?.kind) {
    case undefined:
      return 'nothing';
    case 'public':
      return 'public';
    case 'operator':
      return 'operator';
    case 'authenticated':
      return proof[requirement.by];
    case 'permission':
      return requirement.by === 'any'
        ? requirement.anyOf.join(' or ')
        : `${requirement.anyOf.join(' or ')}, ${requirement.by === 'key' ? 'with' : 'in'} a ${proof[requirement.by]}`;
  }
}

function openingInWords(opening: ServiceKeyOpening | null): string {
  if (opening === null) return '';
  return opening === 'any' ? '; service keys' : `; service keys with ${opening}`;
}

const proof = {
  any: 'anyone with credentials',
  key: 'key that is sent with the request',
  session: 'session',
  password: 'session opened with a password',
  'password-or-machine': 'session opened with a password, or with a machine key',
};

/** Of `ANY /gateway/check`, as the tree has them, which leaves out the slash before `*`. No route has CONNECT. */
function eachMethodOf(name: string): string[] {
  if (name.startsWith('GET ')) return [name, `HEAD${name.slice(3)}`];
  if (name.startsWith('POST ')) return [name];
  const methods = METHODS.filter((method) => method !== 'CONNECT');
  return methods.map((method) => name.replace(/^ANY/, method).replace(/\/\*$/, '*'));
}

/** What the HTTP server itself has, as `GET /api/v1/users/:id`. It only tells so as a tree of path segments. */
function servedBy(test: TestApp): string[] {
  const tree = test.app.getHttpAdapter().getInstance().printRoutes({ commonPrefix: false });
  const above: string[] = [];
  return tree.split('\n').flatMap((line) => {
    const [, indent, segment = '', methods] = /^([│ ]*)[├└]── (\S*)(?: \((.*)\))?$/.exec(line) ?? [];
    if (indent === undefined) return [];
    const depth = indent.length / 4;
    above.splice(depth, above.length, segment);
    return methods?.split(', ').map((method) => `${method} ${above.join('')}`) ?? [];
  });
}
