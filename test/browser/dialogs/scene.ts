import { type Locator, type Page } from 'playwright-core';
import { type Look, type Stage } from '../support';
import { type Viewer } from './cast';
import { type Words } from './words';

/** What a row of the table has at hand to open its dialog. */
export interface Scene {
  readonly page: Page;
  readonly stage: Stage;
  readonly look: Look;
  readonly t: Words;
  /** A name that nothing else has, and that has no place to be broken in two: whatever shows it has to cope. */
  readonly name: () => string;
  /** Opens a place, with a fresh page. */
  readonly visit: (path: string) => Promise<void>;
  /** Clicks what opens it all: there the focus has to be in the end. */
  readonly press: (opener: Locator) => Promise<void>;
  /** What was pressed. */
  readonly opener: () => Locator;
}

/** A dialog, or another thing that opens. */
export interface Row {
  /** Goes into the name of the test: "generate, asked for the PIN". */
  readonly name: string;
  /** The files below console/src that render what opens here. */
  readonly of: readonly string[];
  readonly viewer: Viewer;
  /** Arranges what it needs, opens it, and returns it. */
  readonly open: (scene: Scene) => Promise<Locator>;
  /** Leaves it otherwise than by Esc, or by Cancel where there is no keyboard. */
  readonly leave?: (scene: Scene, opened: Locator) => Promise<void>;
  /** Where the focus is afterwards, when what opened it is gone. */
  readonly focusOn?: (scene: Scene) => Locator;
}

export function sceneOf(page: Page, stage: Stage, look: Look, t: Words, name: () => string): Scene {
  let pressed: Locator | null = null;
  return {
    page,
    stage,
    look,
    t,
    name,
    visit: async (path) => {
      await page.goto(path);
      await page.getByRole('heading', { level: 1 }).waitFor();
    },
    press: async (opener) => {
      pressed = opener;
      await opener.click();
    },
    opener: () => {
      if (pressed === null) throw new Error('Nothing was pressed.');
      return pressed;
    },
  };
}

/** A button of the page, by its whole name. */
export function button({ page, t }: Scene, key: string, values?: Parameters<Words>[1]): Locator {
  return page.getByRole('button', { name: t(key, values), exact: true }).first();
}

/** The dialog with this title, once it is there. */
export async function dialog({ page }: Scene, title: string): Promise<Locator> {
  const found = page.getByRole('dialog', { name: title, exact: true });
  await found.waitFor();
  return found;
}

/** A button in what is open. */
export function inside(opened: Locator, { t }: Scene, key: string, values?: Parameters<Words>[1]): Locator {
  return opened.getByRole('button', { name: t(key, values), exact: true });
}

/** Leaves a form in which something was typed: Esc asks first, and Cancel is meant. */
export async function discard(scene: Scene, opened: Locator): Promise<void> {
  if (scene.look.width !== 1280) return inside(opened, scene, 'patterns:cancel').click();
  await scene.page.keyboard.press('Escape');
  const question = await dialog(scene, scene.t('shell:leave.title'));
  await inside(question, scene, 'shell:leave.confirm').click();
}

/** Sends a form that is refused, and waits until a field says so. */
export async function refused(opened: Locator, submit: Locator): Promise<Locator> {
  await submit.click();
  await opened.locator('[aria-invalid="true"]').first().waitFor();
  return opened;
}

/** The first answer to a request gets lost, after the server has done what was asked. It is sent again when its secret is kept no more. */
export async function loseAnswer({ page }: Scene, path: string): Promise<void> {
  let isLost = false;
  await page.route(
    path,
    async (route) => {
      const response = await route.fetch();
      if (isLost) return route.fulfill({ response, json: withoutSecret(await response.json()) });
      isLost = true;
      return route.abort();
    },
    { times: 2 },
  );
}

function withoutSecret(answer: object): object {
  return { ...answer, secret: undefined };
}
