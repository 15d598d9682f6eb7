import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { follow, runnable, type Step } from '../shipped/documents/follow';
import { differsFromShown } from '../shipped/documents/shown';
import { codeBlocks } from '../support/documents';
import { toolsFolder } from './support/run-tool';

const blocks = runnable(codeBlocks('docs/guides/bruno.md'));
const collection = path.resolve(__dirname, '../../integrations/bruno');

/** `bru` itself runs the collection, as the guide says. */
describe('integrations/bruno', () => {
  let steps: Step[];

  beforeAll(async () => {
    const programs = path.join(toolsFolder(), '.bin');
    const env = { PATH: `${programs}:${process.env['PATH'] ?? ''}` };
    steps = await follow(blocks, env);
    for (let times = 1; times < 3 && steps.some(hasMissedEngine); times += 1)
      steps = await follow(blocks, env);
  });

  it.each(blocks.map(({ line }, index) => [`docs/guides/bruno.md:${line}`, index] as const))(
    'works as the guide shows it: %s',
    (_place, index) => {
      const { exitCode, output, block } = steps[index] as Step;
      expect({ exitCode, output }).toEqual({ exitCode: 0, output });
      if (block.output !== null) expect(differsFromShown(output, block.output)).toBeNull();
    },
  );

  it('expects something of every request, and each is run', () => {
    const requests = readdirSync(collection, { recursive: true, encoding: 'utf8' }).filter(
      (file) => /.+\/.+\.bru$/.test(file) && !/^environments|folder\.bru$/.test(file),
    );
    const silent = requests.filter(
      (file) => !readFileSync(path.join(collection, file), 'utf8').includes('\nassert {'),
    );
    const last = steps.at(-1)?.output ?? '';

    expect(silent).toEqual([]);
    expect(last).toContain(`${requests.length} (${requests.length} Passed)`);
  });
});

/**
 * `bru` 4.1 loads the engine of its assertions while it runs, and does not wait for it: on a busy machine an answer may come first. Its
 * error says that, and nothing of ours can.
 */
function hasMissedEngine({ output }: Step): boolean {
  return output.includes("Cannot read properties of undefined (reading 'newContext')");
}
