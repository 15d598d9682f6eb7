import fc from 'fast-check';
import { ownPartOf, readQuestion } from './gateway-question';

const read = (query: string, isFurther = false) => readQuestion(query, isFurther).question;

describe('what a gateway asks', () => {
  it('is for live keys, anywhere, with any right, unless it says otherwise', () => {
    const question = {
      required: null,
      product: null,
      environments: ['live'],
      carrier: null,
      permission: null,
      audience: null,
      cost: null,
    };
    expect(readQuestion('', false)).toEqual({ question, forNginx: false });
    expect(readQuestion('deny=nginx', false)).toEqual({ question, forNginx: true });
  });

  it('is what its parameters say', () => {
    expect(
      read('permission=a:read+OR+b:read&product=webshop&environment=test&key=basic&audience=shop&cost=5'),
    ).toEqual({
      required: { anyOf: ['a:read', 'b:read'] },
      product: 'webshop',
      environments: ['test'],
      carrier: 'basic',
      permission: 'a:read OR b:read',
      audience: 'shop',
      cost: 5,
    });
  });

  it.each([
    ['0', 0],
    ['1', 1],
    ['1000000', 1_000_000],
  ])('costs %s', (text, cost) => {
    expect(read(`cost=${text}`)?.cost).toBe(cost);
  });

  it.each(['', '-1', '+1', '1.0', '1e3', '01', '0x1', ' 1', '1000001', '10000000', 'NaN'])(
    'costs no such thing: %s',
    (text) => {
      expect(readQuestion(`cost=${encodeURIComponent(text)}`, false).question).toBeNull();
    },
  );

  it.each([
    'permision=a:read',
    'permission=',
    'key=',
    'product=',
    'environment=',
    'deny=',
    'key=a&key=b',
    '=',
    '__proto__=1',
  ])('is nothing where it cannot be read: %s', (query) => {
    expect(read(query)).toBeNull();
    expect(readQuestion(`deny=nginx&${query.replace(/^deny=.*/, 'x')}`, false)).toEqual({
      question: null,
      forNginx: true,
    });
  });

  it('accepts no test keys where the query may be a client’s', () => {
    expect(read('permission=a:read', true)).toEqual(read('permission=a:read'));
    expect(read('environment=test', true)).toBeNull();
    expect(read('environment=live', true)).toBeNull();
    expect(read('audience=shop', true)).toBeNull();
    expect(read('cost=0', true)).toBeNull();
  });

  it.each([
    ['permission=a:read&path=/x?permission=b:read', 'permission=a:read'],
    ['path=/x', ''],
    ['path=', ''],
    ['permission=a:read&mypath=x', 'permission=a:read&mypath=x'],
    ['a=1', 'a=1'],
  ])('ends where the client’s part begins: %s', (query, own) => {
    expect(ownPartOf(query)).toBe(own);
  });

  it('never depends on what follows `path=`', () => {
    const before = fc.constantFrom('', 'permission=a:read&', 'deny=nginx&environment=test&');
    fc.assert(
      fc.property(before, fc.string(), (own, client) => {
        expect(ownPartOf(`${own}path=${client}`)).toBe(own.slice(0, -1));
      }),
    );
  });

  it('comes to an end for any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.boolean(), (query, isFurther) => {
        expect(typeof readQuestion(query, isFurther).forNginx).toBe('boolean');
      }),
    );
  });
});
