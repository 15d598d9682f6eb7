import { randomBytes } from 'node:crypto';
import { type Locator } from 'playwright-core';
import { ask } from '../../support';
import { makeKey } from '../calls';
import { button, dialog, type Row, type Scene } from '../scene';

/** Makes a key, and opens the menu of its row in the list of all keys. */
async function menuOfRow(scene: Scene): Promise<Locator> {
  const { name } = await makeKey(scene.page, 'company', scene.name());
  await scene.visit('/keys');
  await scene.press(button(scene, 'keys:menu.of', { name }));
  const menu = scene.page.getByRole('menu');
  await menu.getByRole('menuitem').first().waitFor();
  return menu;
}

/** Ticks two keys, and asks what to do to both. */
async function severalKeys(scene: Scene, act: string, title: string): Promise<Locator> {
  const { page, t } = scene;
  const made = [];
  for (let each = 0; each < 2; each += 1) made.push(await makeKey(page, 'company', scene.name()));
  await scene.visit('/keys');
  for (const { name } of made)
    await page.getByRole('checkbox', { name: t('keys:select.one', { name }) }).check();
  await scene.press(button(scene, act));
  return dialog(scene, t(title, { count: 2 }));
}

/** Imports a key of another system, whose shape was wrong. */
async function removingShape(scene: Scene): Promise<Locator> {
  const shape = { prefix: 'old_', length: 40, alphabet: 'hex' };
  const keys = [{ algorithm: 'sha256-hex', hash: randomBytes(32).toString('hex'), name: scene.name() }];
  await ask(scene.page, 'POST', '/keys/import', { kind: 'company', shape, keys });
  await scene.visit('/keys');
  await scene.press(button(scene, 'keys:imports.removeOf', shape));
  return dialog(scene, scene.t('keys:imports.removeTitle'));
}

/** The list of all keys. */
export const allKeysRows: readonly Row[] = [
  {
    name: 'the menu of a key in a list',
    of: ['keys/key-menu.tsx'],
    viewer: 'owner',
    open: menuOfRow,
    leave: async ({ page, look, opener }) => {
      if (look.width === 1280) await page.keyboard.press('Escape');
      else await opener().click();
    },
  },
  {
    name: 'revoking a leaked key from its row',
    of: ['keys/end-dialog.tsx'],
    viewer: 'owner',
    open: async (scene) => {
      const menu = await menuOfRow(scene);
      await menu.getByRole('menuitem', { name: scene.t('keys:leak.act') }).click();
      return dialog(scene, scene.t('keys:leak.title'));
    },
  },
  {
    name: 'revoking several keys',
    of: ['keys/bulk-dialog.tsx'],
    viewer: 'owner',
    open: (scene) => severalKeys(scene, 'keys:revoke.confirm', 'keys:bulk.revokeTitle'),
  },
  {
    name: 'disabling several keys',
    of: ['keys/bulk-dialog.tsx'],
    viewer: 'owner',
    open: (scene) => severalKeys(scene, 'keys:disable.confirm', 'keys:bulk.disableTitle'),
  },
  {
    name: 'removing a shape of imported keys',
    of: ['pages/keys/remove-shape-dialog.tsx'],
    viewer: 'owner',
    open: removingShape,
  },
];
