import { type Locator } from 'playwright-core';
import { allow, makeKey } from '../calls';
import { button, dialog, inside, type Row, type Scene } from '../scene';
import { foldUp } from './people';

const loss = 'pages/security-settings/loss-dialog.tsx';

/** The first section of the security settings: what personal keys may. */
async function personalSection(scene: Scene): Promise<Locator> {
  await allow(scene.page, 'personal', { maxLifetimeDays: 180 });
  await makeKey(scene.page, 'personal', scene.name());
  await scene.visit('/settings/security');
  return scene.page.getByRole('form', { name: scene.t('security-settings:security.title') });
}

async function save(scene: Scene, section: Locator): Promise<Locator> {
  await scene.press(inside(section, scene, 'security-settings:save'));
  return dialog(scene, scene.t('security-settings:loss.title'));
}

const unfolding = (kind: 'company' | 'product' | 'personal'): Row => ({
  name: `the rules for keys, unfolded: ${kind}`,
  of: ['pages/security-settings/security-settings-page.tsx'],
  viewer: 'owner',
  open: async (scene) => {
    const name = scene.t(`security-settings:kind.${kind}`);
    await scene.visit('/settings/security');
    await scene.press(scene.page.getByRole('button', { name }));
    const panel = scene.page.getByRole('region', { name });
    await panel.waitFor();
    return panel;
  },
  leave: foldUp,
});

export const companyRows: readonly Row[] = [
  {
    name: 'fewer days for keys that work now',
    of: [loss],
    viewer: 'owner',
    open: async (scene) => {
      const section = await personalSection(scene);
      await section.getByLabel(scene.t('security-settings:security.days')).fill('30');
      return save(scene, section);
    },
  },
  {
    name: 'no more keys of a kind that work now',
    of: [loss],
    viewer: 'owner',
    open: async (scene) => {
      const section = await personalSection(scene);
      await section.getByRole('checkbox', { name: scene.t('security-settings:security.allow') }).uncheck();
      return save(scene, section);
    },
  },
  {
    name: 'leaving what was not saved',
    of: ['shell/leave-dialog.tsx'],
    viewer: 'owner',
    open: async (scene) => {
      const section = await personalSection(scene);
      await section.getByLabel(scene.t('security-settings:security.days')).fill('30');
      await scene.press(scene.page.getByRole('link', { name: scene.t('shell:home', { brand: 'Kunci' }) }));
      return dialog(scene, scene.t('shell:leave.title'));
    },
    leave: (scene, opened) => inside(opened, scene, 'shell:leave.stay').click(),
  },
  unfolding('company'),
  unfolding('product'),
  unfolding('personal'),
  {
    name: 'the time zones to choose from',
    of: ['pages/company/time-zone-form.tsx'],
    viewer: 'owner',
    open: async (scene) => {
      await scene.visit('/company');
      await scene.press(scene.page.getByRole('combobox', { name: scene.t('company:profile.timeZone') }));
      const list = scene.page.getByRole('listbox');
      await list.getByRole('option').first().waitFor();
      return list;
    },
    leave: (scene) => scene.page.keyboard.press('Escape'),
  },
  {
    name: 'submitting the company',
    of: ['pages/company/standing.tsx'],
    viewer: 'newcomer',
    open: async (scene) => {
      await scene.visit('/company');
      await scene.press(button(scene, 'company:submit.open'));
      return dialog(scene, scene.t('company:submit.title'));
    },
  },
];
