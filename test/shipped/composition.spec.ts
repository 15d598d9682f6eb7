import path from 'node:path';
import { type FastifyInstance } from 'fastify';
import { startApp, type TestApp } from '../support';
import { type ShippedServer, startShipped } from './support';

/** Routes, each with its hooks and error handler, without the files of a console: there are many, under other names. */
function routesOf(printed: string): string[] {
  const blocks = printed.split(/\n(?=[│ ]*[├└]── )/).map((block) => block.replace(/^[│ ]*[├└]── /, ''));
  return blocks
    .map((block) => block.replace(/^[│ ]+/gm, '').trim())
    .filter((block) => !/^\/?(assets\/|favicon|fonts\/|licences)/.test(block))
    .sort();
}

/** The names of the plugins. Not what stands between them: a step for each route, and the milliseconds each took. */
function pluginsOf(printed: string): string[] {
  const names = printed.split('\n').map((line) => line.replace(/^[│├└─┬ ]+/, '').replace(/ -?\d+ ms.*$/, ''));
  return names
    .filter((name) => name !== '' && name !== 'bound _after')
    .map((name) => (name.includes('=>') ? 'a function without a name' : name));
}

function compositionOf(fastify: FastifyInstance): { routes: string; plugins: string } {
  return {
    routes: fastify.printRoutes({ commonPrefix: false, includeHooks: true, includeMeta: ['errorHandler'] }),
    plugins: fastify.printPlugins(),
  };
}

describe('what ships and what the other suites test', () => {
  let shipped: ShippedServer;
  let inProcess: TestApp;
  let itself: { routes: string; plugins: string };
  let tested: { routes: string; plugins: string };

  beforeAll(async () => {
    const preload = path.join(__dirname, 'support/tell-composition.cjs');
    shipped = await startShipped('production on SQLite', { NODE_OPTIONS: `--require ${preload}` });
    // A cast: it is the module above that writes this line.
    itself = shipped.instance.logged('composition')[0] as typeof itself;
    inProcess = await startApp();
    tested = compositionOf(inProcess.app.getHttpAdapter().getInstance());
  });
  afterAll(async () => {
    await inProcess.close();
    await shipped.close();
  });

  it('have the same routes, with the same hooks and error handler on each', () => {
    expect(routesOf(tested.routes).length).toBeGreaterThan(50);
    expect(routesOf(tested.routes)).toEqual(routesOf(itself.routes));
  });

  it('have the same plugins, that of the console among them', () => {
    expect(pluginsOf(tested.plugins)).toContain('@fastify/static');
    expect(pluginsOf(tested.plugins)).toEqual(pluginsOf(itself.plugins));
  });
});
