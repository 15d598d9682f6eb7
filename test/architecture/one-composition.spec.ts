import { sourceFiles } from './repository';

/** The benchmark runs what was built, beside the console that was built, and programs of another make. */
const elsewhere = /^test\/bench\/(processes|peers)\//;

describe('an application that a test makes', () => {
  it('is composed in one place, which composes it as main.ts does', () => {
    const makers = sourceFiles('test')
      .filter(({ file, text }) => !elsewhere.test(file) && /\bcreateApp\(|\bNestFactory\.create\b/.test(text))
      .map(({ file }) => file);
    expect(makers).toEqual(['test/support/compose.ts']);
  });
});
