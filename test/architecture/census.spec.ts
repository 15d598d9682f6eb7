import { Controller, Get, Module, RequestMethod, type Type } from '@nestjs/common';
import { METHOD_METADATA, PATH_METADATA } from '@nestjs/common/constants';
import { DiscoveryService, NestFactory } from '@nestjs/core';
import { AccessModule, Authenticated, type Demand, demandOf, Public } from '../../src/access';
import { startApp, type TestApp } from '../support';
import { operationsOf } from '../support/operations';

/** Every route and what it asks of who calls it. A change here is a decision: who may do what with which credentials. */
const reviewedRoutes: readonly string[] = [];

/** Served beside the census, to everyone: the documentation, which holds nothing of any company. */
const documentation = /^(GET|HEAD) \/(docs|openapi\.json)(\/|$)/;

const outsideTheApi = ['health'];

describe('the routes', () => {
  let test: TestApp;

  beforeAll(async () => {
    test = await startApp();
  });
  afterAll(() => test.close());

  it('are these, and ask this of who calls them', () => {
    expect(routesOf(test).map(({ route, demand }) => `${route}: ${demand}`)).toEqual(reviewedRoutes);
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
    const served = servedBy(test).filter((route) => !documentation.test(route));
    // A HEAD is a GET without the body, and goes through the same guards.
    const known = [
      ...declared,
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
    @Module({ imports: [AccessModule], controllers })
    class TinyModule {}
    const app = await NestFactory.createApplicationContext(TinyModule, {
      logger: false,
      abortOnError: false,
    });
    await app.close();
  };

  it('keeps the server from booting with a route that says nothing, and names it', async () => {
    await expect(boot(SpokenController, SilentController)).rejects.toThrow(/: SilentController\.peek$/);
  });

  it('lets it boot when every route says something, or its controller does', async () => {
    await expect(boot(SpokenController)).resolves.toBeUndefined();
  });
});

interface Route {
  /** `GET /api/v1/users/:id` */
  readonly route: string;
  readonly demand: string;
}

/** What the controllers declare, by path. */
function routesOf(test: TestApp): Route[] {
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
      return [[path, { route: `${method} ${path}`, demand: inWords(demandOf(handler, controller)) }]];
    });
  });
  return routes
    .sort(([a, one], [b, other]) => compare(a, b) || compare(one.route, other.route))
    .map(([, route]) => route);
}

function compare(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}

function pathOf(controller: Type, handler: object): string {
  const parts = [controller, handler].map((part) => String(Reflect.getMetadata(PATH_METADATA, part)));
  const path = parts.filter((part) => part !== '/').join('/');
  return outsideTheApi.includes(parts[0] ?? '') ? `/${path}` : `/api/v1/${path}`;
}

function inWords(demand: Demand | null): string {
  switch (demand?.kind) {
    case undefined:
      return 'nothing';
    case 'public':
      return 'public';
    case 'operator':
      return 'operator';
    case 'authenticated':
      return proof[demand.by];
    case 'permission':
      return demand.by === 'any'
        ? demand.anyOf.join(' or ')
        : `${demand.anyOf.join(' or ')}, in a ${proof[demand.by]}`;
  }
}

const proof = {
  any: 'anyone with credentials',
  session: 'session',
  password: 'session opened with a password',
};

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
