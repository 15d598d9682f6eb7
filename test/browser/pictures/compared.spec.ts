import { readdirSync } from 'node:fs';
import path from 'node:path';
import { startStage, type Stage } from '../support';
import { compared } from './compared';
import { differingMeasures } from './differing-measures';
import { keptLooks, looksOf, showFailure } from './kept';
import { differenceOf } from './small-picture';
import { openStill, stoppedClock } from './still-page';

/* Whoever changes what a page looks like draws it again, `npm run screenshots`, and sees in the commit what has changed. */

let stage: Stage;

beforeAll(async () => {
  stage = await startStage(stoppedClock);
});
afterAll(() => stage.close());

it.each(compared)('$name looks as it did', async (one) => {
  const kept = keptLooks(one);
  if (kept === null) throw new Error(`${one.name} was never drawn: npm run screenshots`);
  const page = await openStill(stage, one);

  const found = await looksOf(page, one);

  const differing = {
    measures: differingMeasures(kept.measures, found.measures),
    picture: differenceOf(kept.picture, found.picture),
  };
  if (differing.measures.length > 0 || differing.picture !== null) showFailure(one, found);
  expect(differing).toEqual({ measures: [], picture: null });
  await page.context().close();
});

it('keeps nothing of a page that is not compared', () => {
  const files = compared.flatMap(({ name }) => [`${name}.png`, `${name}.txt`]);

  expect(readdirSync(path.join(__dirname, 'compared')).sort()).toEqual(files.sort());
});
