import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { openPlace, signIn, startStage, type Stage } from '../support';
import { compared } from './compared';
import { keep, looksOf } from './kept';
import { pictures } from './list';
import { openStill, stoppedClock } from './still-page';

const folder = path.resolve(__dirname, '../../../docs/pictures');

let stage: Stage;

describe('the pictures of README and docs', () => {
  beforeAll(async () => {
    mkdirSync(folder, { recursive: true });
    stage = await startStage();
  });
  afterAll(() => stage.close());

  it.each(pictures)('draws $name', async ({ name, who, path: place, look }) => {
    const page = await stage.newPage(look);
    await signIn(page, who);

    await openPlace(page, place);

    await page.screenshot({ path: path.join(folder, `${name}.png`), animations: 'disabled', caret: 'hide' });
    await page.context().close();
  });
});

describe('the pages that are compared', () => {
  beforeAll(async () => {
    stage = await startStage(stoppedClock);
  });
  afterAll(() => stage.close());

  it.each(compared)('keeps $name', async (one) => {
    const page = await openStill(stage, one);

    keep(one, await looksOf(page, one));
    await page.context().close();
  });
});
