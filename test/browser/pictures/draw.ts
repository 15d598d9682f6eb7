import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { openPlace, signIn, startStage, type Stage } from '../support';
import { pictures } from './list';

const folder = path.resolve(__dirname, '../../../docs/pictures');

let stage: Stage;

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
