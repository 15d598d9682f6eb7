import { type Locator, type Page } from 'playwright-core';
import { expectNoSidewaysScroll, expectNoViolationsIn, type Look, type Stage, startStage } from '../support';
import { pageOf, type Viewer } from './cast';
import { inside, type Scene, sceneOf } from './scene';
import { expectFocusOn, expectNothingCutOff } from './soundness';
import { dialogs } from './table';
import { wordsIn } from './words';

/** The tests of every dialog on screens of one width, in one language. */
export function checkDialogs(width: Look['width'], language: Look['language']): void {
  let stage: Stage;
  beforeAll(async () => {
    stage = await startStage();
  });
  afterAll(() => stage.close());

  describe(`the dialogs in ${language}, ${width} pixels wide`, () => {
    const look: Look = { theme: 'light', language, width };
    const cast = castOf(() => stage, look);
    afterAll(cast.leave);

    it.each(dialogs)('keep to WCAG 2.2 AA in both themes, and give the focus back: $name', async (row) => {
      const scene = await cast.sceneFor(row.viewer);

      const opened = await row.open(scene);
      await expectNoViolationsIn(look, scene.page);
      await expectNothingCutOff(opened);
      await expectNoSidewaysScroll(scene.page);
      await (row.leave ?? leave)(scene, opened);

      await opened.waitFor({ state: 'hidden' });
      await expectFocusOn(row.focusOn?.(scene) ?? scene.opener());
      expect(stage.faults()).toEqual([]);
    });
  });
}

/** By Esc; and where there is no keyboard, by the button for it. */
export async function leave(scene: Scene, opened: Locator): Promise<void> {
  if (scene.look.width === 1280) await scene.page.keyboard.press('Escape');
  else await inside(opened, scene, 'patterns:cancel').click();
}

/** The people who open the dialogs of one look: signed in once, except newcomers, whom each row has for itself. */
function castOf(stage: () => Stage, look: Look) {
  const t = wordsIn(look.language);
  const pages = new Map<Viewer, Page>();
  let names = 0;
  // Nothing in it lets a line be broken, and it may not be longer in a list of companies than anything there is.
  const name = () => `Laporan_Penjualan_Bulanan_Gudang_${look.language}_${look.width}_${(names += 1)}`;
  return {
    sceneFor: async (viewer: Viewer) => {
      if (viewer === 'newcomer') await pages.get(viewer)?.context().close();
      const known = viewer === 'newcomer' ? undefined : pages.get(viewer);
      const page = known ?? (await pageOf(viewer, stage(), look, name));
      pages.set(viewer, page);
      // The one before has left it in the dark. What is not drawn yet has no theme to wait for.
      await page.emulateMedia({ colorScheme: look.theme });
      return sceneOf(page, stage(), look, t, name);
    },
    leave: async () => {
      for (const page of pages.values()) await page.context().close();
    },
  };
}
