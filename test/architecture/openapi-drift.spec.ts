import { readFileSync } from 'node:fs';
import path from 'node:path';
import { startApp } from '../support';
import { root } from './repository';

describe('docs/openapi.json', () => {
  it('is what the server serves; otherwise: npm run openapi', async () => {
    const test = await startApp();
    const served = `${JSON.stringify(test.document(), null, 2)}\n`;
    await test.close();
    const kept = readFileSync(path.join(root, 'docs/openapi.json'), 'utf8');

    // The differences are reported first: the whole document has thousands of lines.
    expect({ doThis: 'npm run openapi', differs: firstDifference(kept, served) }).toEqual({
      doThis: 'npm run openapi',
      differs: null,
    });
  });

  it('would be told apart from one that differs in a line, or ends early', () => {
    expect(firstDifference('a\nb\nc\n', 'a\nb\nc\n')).toBeNull();
    expect(firstDifference('a\nb\nc\n', 'a\nx\nc\n')).toEqual({ line: 2, kept: 'b', served: 'x' });
    expect(firstDifference('a\n', 'a\nb\n')).toEqual({ line: 2, kept: '', served: 'b' });
  });
});

function firstDifference(kept: string, served: string): object | null {
  if (kept === served) return null;
  const [before, now] = [kept.split('\n'), served.split('\n')];
  const at = now.findIndex((line, index) => line !== before[index]);
  const line = at === -1 ? now.length : at;
  return { line: line + 1, kept: before[line] ?? null, served: now[line] ?? null };
}
