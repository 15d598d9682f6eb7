import { sourceFiles } from './repository';

/** Runs what was built, beside the console that was built. */
const elsewhere = /^test\/bench\/processes\//;

describe('an application that a test makes', () => {
  it('is composed in one place, which composes it as main.ts does', () => {
    const makers = sourceFiles('test')
      .filter(({ file, text }) => !elsewhere.test(file) && /\bcreateApp\(|\bNestFactory\.create\b/.test(text))
      .map(({ file }) => file);
    expect(makers).toEqual(['test/support/compose.ts']);
  });
});
