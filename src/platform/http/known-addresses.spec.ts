import { KnownAddresses } from './known-addresses';

function learned(...routes: [method: string | string[], url: string][]): KnownAddresses {
  const known = new KnownAddresses();
  for (const [method, url] of routes) known.learn({ method, url });
  return known;
}

describe('the methods of an address', () => {
  const known = learned(
    ['GET', '/keys'],
    ['HEAD', '/keys'],
    ['POST', '/keys'],
    [['GET', 'DELETE'], '/keys/:id'],
    ['POST', '/keys/verify'],
    ['POST', '/keys/:id/reveal'],
    ['GET', '/openapi.json'],
    ['GET', '/*'],
  );

  it.each([
    ['/keys', ['GET', 'HEAD', 'POST']],
    ['/keys/019a', ['DELETE', 'GET']],
    ['/keys/019a/reveal', ['POST']],
    ['/keys/verify', ['DELETE', 'GET', 'POST']],
    ['/%6beys', ['GET', 'HEAD', 'POST']],
  ])('are those of every route that leads there: %s', (path, methods) => {
    expect(known.methodsOf(path)).toEqual(methods);
  });

  it.each(['/', '/nothing', '/keys/', '/keys/a/b', '/keys/a/reveal/b', '/openapi-json', '/keys/%ff%', ''])(
    'are none where nothing but a route for all the rest leads: %j',
    (path) => {
      expect(known.methodsOf(path)).toEqual([]);
    },
  );
});
