import { type Page } from 'playwright-core';
import { allow } from './dialogs/calls';
import { pageOf } from './dialogs/cast';
import { leave } from './dialogs/checks';
import { button, dialog, inside, type Row, type Scene, sceneOf } from './dialogs/scene';
import { dialogs } from './dialogs/table';
import { wordsIn } from './dialogs/words';
import { ask, asPhone, onALaptop, openPlace, signIn, startStage, type Stage } from './support';

/* What is shown only once stays on the screen until it is closed, whatever becomes of the session and of the page below. */

/** The dialogs that show a secret nobody can see again. */
const names = [
  'a new key that is shown once, not saved yet',
  'a new token',
  'a new product’s key',
  'a product’s re-generated key',
  'a rotated key',
  'a new key of one’s own',
  'the link for an invited user',
  'the link to another password',
  'setting up an authenticator app, the QR code',
  'a new service key',
];
const rows = dialogs.filter(({ name }) => names.includes(name));

let stage: Stage;

beforeAll(async () => {
  stage = await startStage();
});
afterAll(() => stage.close());

/** As when the tab is looked at again: the console asks whether the session still stands. */
const lookAgain = (page: Page): Promise<boolean> =>
  page.evaluate(() => document.dispatchEvent(new Event('visibilitychange', { bubbles: true })));

const endSession = (page: Page): Promise<unknown> =>
  page.context().request.delete('/api/v1/sessions/current');

describe.each([onALaptop, { ...asPhone(), language: 'id' } as const])(
  'a session that ends, in $language on $width pixels,',
  (look) => {
    const t = wordsIn(look.language);
    let named = 0;
    const name = () => `Rahasia_${look.language}_${(named += 1)}`;
    const scenes = new Map<string, { scene: Scene; username: string }>();

    async function sceneFor({ viewer }: Row): Promise<Scene> {
      // The owner of a company that has everything can open what newcomers can.
      const who = viewer === 'operator' ? 'operator' : 'owner';
      const known = scenes.get(who);
      if (known !== undefined) {
        await signIn(known.scene.page, known.username);
        return known.scene;
      }
      const page = await pageOf(who, stage, look, name);
      const { username } = await ask<{ username: string }>(page, 'GET', '/me');
      const scene = sceneOf(page, stage, look, t, name);
      scenes.set(who, { scene, username });
      return scene;
    }

    it('has all of them to look at', () => expect(rows.map((row) => row.name).sort()).toEqual(names.sort()));

    it.each(rows)('leaves $name on the screen, with the way to sign in below', async (row) => {
      const scene = await sceneFor(row);
      const { page } = scene;
      const opened = await row.open(scene);
      const before = await opened.innerText();
      const secret = await opened.locator('code').first().innerText();

      await endSession(page);
      await lookAgain(page);
      await page.waitForURL(/\/sign-in/);
      await page
        .locator('main h1')
        .filter({ hasText: t('session:signIn.title') })
        .waitFor();

      expect(await opened.innerText()).toBe(before);
      expect(await page.locator('.kunci-top-bar').count()).toBe(0);
      await (row.leave ?? leave)(scene, opened);
      await opened.waitFor({ state: 'hidden' });
      await page.getByRole('heading', { name: t('session:signIn.title') }).waitFor();
      expect(await page.content()).not.toContain(secret);
      expect(stage.faults()).toEqual([]);
    });
  },
);

describe('a new key of one’s own', () => {
  const t = wordsIn('en');
  let scene: Scene;

  beforeAll(async () => {
    const page = await pageOf('owner', stage, onALaptop, () => 'Kept on screen');
    scene = sceneOf(page, stage, onALaptop, t, () => 'Kept');
  });
  afterAll(() => scene.page.context().close());

  /** @returns the key */
  async function make(): Promise<string> {
    await allow(scene.page, 'personal', { maxLifetimeDays: 90 });
    await scene.visit('/my-settings');
    await scene.press(button(scene, 'my-settings:identity.create'));
    const form = await dialog(scene, t('my-settings:identity.create'));
    await inside(form, scene, 'my-settings:identity.ok').click();
    return (await dialog(scene, t('patterns:keyCreated'))).locator('code').first().innerText();
  }

  async function isStillShown(key: string): Promise<void> {
    const made = await dialog(scene, t('patterns:keyCreated'));
    expect(await made.locator('code').first().innerText()).toBe(key);
    await inside(made, scene, 'patterns:done').click();
    await made.waitFor({ state: 'hidden' });
    expect(await scene.page.content()).not.toContain(key);
  }

  it('stays when an administrator switches such keys off, and its button is gone', async () => {
    const key = await make();
    await ask(scene.page, 'PATCH', '/settings', { keys: { personal: { enabled: false } } });

    // Rules that were just read are not read again yet.
    await scene.page.waitForFunction(
      (label) => {
        document.dispatchEvent(new Event('visibilitychange', { bubbles: true }));
        return [...document.querySelectorAll('main button')].every((one) => one.textContent !== label);
      },
      t('my-settings:identity.create'),
      { polling: 500 },
    );

    await isStillShown(key);
  });

  it('stays when another tab signs out', async () => {
    const key = await make();
    const other = await scene.page.context().newPage();
    await openPlace(other, '/');

    await other.locator('.kunci-top-bar button').last().click();
    await other.getByRole('menuitem', { name: 'Sign out' }).click();
    await scene.page.waitForURL(/\/sign-in/);

    await isStillShown(key);
    await other.close();
  });
});
