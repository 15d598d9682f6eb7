import path from 'node:path';
import { sourceFiles } from './repository';

const longestFileLines = 250;
const mayBeLonger =
  /\.spec\.ts$|^src\/migrations\/|\/generated\/|\.generated\.ts$|^libs\/sdk\/(openapi\.d|schemas)\.ts$|^packages\/\w+\/dist\//;
const sayingNothing = /(^|[-.])(manager|helper|util|base|impl|common)s?[.]/;

describe('the files of the house', () => {
  const files = sourceFiles('src', 'libs', 'packages', 'console', 'tools', 'test');

  it('have at most 250 lines', () => {
    const linesOf = (text: string): number => text.trimEnd().split('\n').length;
    const tooLong = files.filter(
      ({ file, text }) => !mayBeLonger.test(file) && linesOf(text) > longestFileLines,
    );

    expect(tooLong.map(({ file }) => file)).toEqual([]);
  });

  it('have names that say something', () => {
    expect(files.map(({ file }) => file).filter((file) => sayingNothing.test(path.basename(file)))).toEqual(
      [],
    );
  });

  it('turn no arrow round', () => {
    const turning = files.filter(({ file, text }) => file.startsWith('src/') && text.includes('forwardRef'));

    expect(turning.map(({ file }) => file)).toEqual([]);
  });
});
