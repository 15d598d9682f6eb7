import { codeBlocks } from '../../support/documents';
import { type Database, databaseFor } from './database';
import { follow, runnable, type Step } from './follow';
import { differsFromShown } from './shown';
import { type Walk, walks } from './walks';

const blocksOf = ({ documents }: Walk) => documents.flatMap((document) => runnable(codeBlocks(document)));
const hasMysql = 'KUNCI_TEST_DATABASE_URL' in process.env;

describe.each(walks.filter(({ onMysql }) => hasMysql || !onMysql).map((walk) => [walk.name, walk] as const))(
  'who follows the documents: %s',
  (_name, walk) => {
    let database: Database;
    let steps: Step[];

    beforeAll(async () => {
      database = databaseFor(walk);
      steps = await follow(blocksOf(walk), database.env, database.substitutions);
    });
    afterAll(() => database.drop());

    const places = blocksOf(walk).map(({ document, line }, index) => [`${document}:${line}`, index] as const);

    it.each(places)('%s works, and prints what it shows', (_place, index) => {
      const { exitCode, output, block } = steps[index] as Step;
      expect({ exitCode, output }).toEqual({ exitCode: 0, output });
      if (block.output !== null) expect(differsFromShown(output, block.output)).toBeNull();
    });
  },
);

describe('a terminal that follows documents', () => {
  const block = (text: string, output: string | null = null) => ({
    ...{ document: 'x.md', line: 1, language: 'sh', marker: '', comment: null },
    ...{ text, output },
  });

  it('stops at the first block that fails, and says which', async () => {
    const steps = await follow([block('echo 1; A=2'), block('echo $A; false; echo 3'), block('echo 4')]);

    expect(steps.map(({ exitCode, output }) => [exitCode, output])).toEqual([
      [0, '1'],
      [1, '2'],
      [null, ''],
    ]);
  });

  it('refuses a script of package.json that does not run the built program', async () => {
    const [step] = await follow([block('npm run bench')]);

    expect(step).toMatchObject({ exitCode: 1, output: expect.stringContaining('mark the block by-hand') });
  });

  it.each([
    ['one\ntwo\nthree', 'one\n…\nthree', true],
    ['{"id":"7","name":"x"}', '{"id":"…","name":"x"}', true],
    ['one\ntwo', 'one', false],
    ['a.c', 'abc', false],
    ['abc', 'a.c', false],
  ])('printing %j is what %j shows: %s', (printed, shown, same) => {
    expect(differsFromShown(printed, shown) === null).toBe(same);
  });
});
