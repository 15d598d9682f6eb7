import { sentences, typeLabels } from '../../console/src/pages/audit-trail/event-types';
import { sourceFiles } from './repository';

/** Every type of event that the server's code names. */
const written = sourceFiles('src')
  .filter(({ file }) => !/\.spec\.ts$/.test(file))
  .flatMap(({ text }) => typesIn(text));

function typesIn(text: string): string[] {
  const literal = /\btype: (?:[\w.]+ \? )?'([a-z-]+\.[a-z-]+)'(?: : '([a-z-]+\.[a-z-]+)')?/g;
  const decided = /\bevent: '([a-z-]+\.[a-z-]+)'/g;
  const noted = /\.note\([\w, ]+'([a-z-]+\.[a-z-]+)'/g;
  return [literal, decided, noted].flatMap((pattern) =>
    [...text.matchAll(pattern)].flatMap(([, ...types]) => types.filter(Boolean)),
  );
}

/** Written as `product.${status}`, which no pattern finds. */
const composed = ['product.disabled', 'product.enabled'];

describe('the audit trail of the console', () => {
  const types = [...new Set([...written, ...composed])].sort();

  it('finds the types of events in the code', () => {
    expect(types).toEqual(
      expect.arrayContaining(['key.revoked', 'company.approved', 'member.reactivated', 'user.totp-removed']),
    );
  });

  it('has a sentence for each of them, and for no other', () => {
    expect(Object.keys(sentences).sort()).toEqual(types);
  });

  it('has a name among the filters for each sentence', () => {
    expect(Object.keys(typeLabels)).toEqual(Object.keys(sentences));
  });
});
