import { type Locator } from 'playwright-core';
import { demoTraveller } from '../../../../src/demo/demo-companies';
import { button, inside, type Row, type Scene } from '../scene';

async function menu(scene: Scene, opener: Locator): Promise<Locator> {
  await scene.visit('/');
  await scene.press(opener);
  const opened = scene.page.getByRole('menu');
  await opened.getByRole('menuitem').first().waitFor();
  return opened;
}

/** By Esc; and where there is no keyboard, by what opened it. */
const leaveMenu: Row['leave'] = async ({ page, look, opener }) => {
  if (look.width === 1280) await page.keyboard.press('Escape');
  else await opener().click();
};

const mainMenu = (viewer: 'owner' | 'operator'): Row => ({
  name: `the main menu, of an ${viewer}`,
  of: ['shell/main-menu.tsx'],
  viewer,
  open: async (scene) => {
    await scene.visit('/');
    await scene.press(button(scene, 'shell:menu.open'));
    const opened = scene.page.getByRole('dialog');
    await opened.getByRole('link').first().waitFor();
    return opened;
  },
  leave: (scene, opened) => inside(opened, scene, 'shell:menu.close').click(),
});

export const shellRows: readonly Row[] = [
  mainMenu('owner'),
  mainMenu('operator'),
  {
    name: 'the menu behind the gear',
    of: ['shell/settings-menu.tsx'],
    viewer: 'owner',
    open: (scene) => menu(scene, button(scene, 'shell:menu.settings')),
    leave: leaveMenu,
  },
  {
    name: 'the menu of the company',
    of: ['shell/company-menu.tsx'],
    viewer: 'traveller',
    open: (scene) => menu(scene, scene.page.getByRole('button', { name: /Timecraft|Orbit Bookings/ })),
    leave: leaveMenu,
  },
  {
    name: 'the menu of the user',
    of: ['shell/user-menu.tsx'],
    viewer: 'traveller',
    open: (scene) => menu(scene, scene.page.getByRole('button', { name: demoTraveller.username })),
    leave: leaveMenu,
  },
];
