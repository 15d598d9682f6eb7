import { secretsIn, withoutSecrets, withSecrets } from './secret-members';

const answers: [what: string, answer: object, stripped: object][] = [
  ['beside others', { key: { id: 1 }, secret: 's' }, { key: { id: 1 } }],
  ['deep inside', { invitation: { token: 't', link: { token: 'u' } } }, { invitation: { link: {} } }],
  ['in a list', { data: [{ id: 1 }, { id: 2, secret: 's' }] }, { data: [{ id: 1 }, { id: 2 }] }],
  ['that is an object', { secret: { text: 's' }, name: null }, { name: null }],
  ['nowhere', { name: 'secret' }, { name: 'secret' }],
];

describe('a secret in an answer', () => {
  it.each(answers)('%s is left out, and comes back where it was', (_what, answer, stripped) => {
    expect(withoutSecrets(answer)).toEqual(stripped);
    expect(withSecrets(stripped, secretsIn(answer))).toEqual(answer);
  });

  it('leaves the answer that it is put into as it was', () => {
    const stripped = { invitation: {} };
    withSecrets(stripped, [{ path: ['invitation', 'token'], value: 't' }]);

    expect(stripped).toEqual({ invitation: {} });
  });

  it('is not looked for where there is no body', () => {
    expect([withoutSecrets(undefined), secretsIn(undefined)]).toEqual([null, []]);
  });
});
