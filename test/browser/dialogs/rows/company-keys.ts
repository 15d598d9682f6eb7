import { type Locator } from 'playwright-core';
import { ask, password, settled } from '../../support';
import { allow, type MadeKey, makeKey } from '../calls';
import { button, dialog, discard, inside, loseAnswer, refused, type Row, type Scene } from '../scene';

const lost = 'keys/new-secret-dialogs.tsx';

/** A new key that cannot be shown again is held fast: it has to be saved, and then there is one button. */
export async function saveAndLeave(scene: Scene, opened: Locator): Promise<void> {
  const saved = opened.getByRole('checkbox', { name: scene.t('patterns:savedIt') });
  if ((await saved.count()) > 0) await saved.check();
  await inside(opened, scene, 'patterns:done').click();
}

/** The page of keys, its form opened and filled in. */
async function fillIn(scene: Scene, name: string): Promise<Locator> {
  await scene.visit('/api-keys');
  await scene.press(button(scene, 'api-keys:create'));
  const form = await dialog(scene, scene.t('api-keys:create'));
  await form.getByLabel(scene.t('api-keys:keyName')).fill(name);
  return form;
}

async function deleting(scene: Scene, { name }: MadeKey): Promise<Locator> {
  await scene.visit('/api-keys');
  await scene.press(button(scene, 'api-keys:deleteWhich', { name }));
  return dialog(scene, scene.t('keys:delete.title'));
}

/** Uses a key, and waits until that is known. */
async function use({ page, stage }: Scene, { id, secret }: MadeKey): Promise<void> {
  await stage.restCall(secret);
  for (;;) {
    const { lastUsedAt } = await ask<{ lastUsedAt: string | null }>(page, 'GET', `/keys/${id}`);
    if (lastUsedAt !== null) return;
    await page.waitForTimeout(100);
  }
}

/** Named keys, those of the user guide. */
const namedKeys: readonly Row[] = [
  {
    name: 'creating a named key',
    of: ['pages/api-keys/create-api-key.tsx'],
    viewer: 'owner',
    open: async (scene) => {
      await allow(scene.page, 'company', { nameRequired: true });
      await scene.visit('/api-keys');
      await scene.press(button(scene, 'api-keys:create'));
      return dialog(scene, scene.t('api-keys:create'));
    },
  },
  {
    name: 'creating a named key without its name',
    of: ['pages/api-keys/create-api-key.tsx'],
    viewer: 'owner',
    open: async (scene) => {
      await allow(scene.page, 'company', { nameRequired: true });
      const form = await fillIn(scene, '');
      return refused(form, inside(form, scene, 'api-keys:generate'));
    },
  },
  {
    name: 'creating a named key with less than everything',
    of: ['pages/api-keys/create-api-key.tsx'],
    viewer: 'owner',
    open: async (scene) => {
      const form = await fillIn(scene, '');
      await inside(form, scene, 'keys:limitFold.title').click();
      await form.getByRole('radio', { name: scene.t('key-form:permissions.chosen'), exact: true }).check();
      await inside(form, scene, 'key:edit.addRate').click();
      return form;
    },
    leave: discard,
  },
  {
    name: 'a new key that is shown once, not saved yet',
    of: [lost],
    viewer: 'owner',
    open: async (scene) => {
      await allow(scene.page, 'company', { visibility: 'once' });
      await inside(await fillIn(scene, scene.name()), scene, 'api-keys:generate').click();
      const shown = await dialog(scene, scene.t('patterns:keyCreated'));
      await inside(shown, scene, 'patterns:done').click();
      await shown.getByText(scene.t('patterns:notSavedYet')).waitFor();
      return shown;
    },
    leave: saveAndLeave,
  },
  {
    name: 'a new key whose secret was lost on its way',
    of: [lost],
    viewer: 'owner',
    open: async (scene) => {
      await allow(scene.page, 'company', { visibility: 'once' });
      const form = await fillIn(scene, scene.name());
      await loseAnswer(scene, '**/api/v1/keys');
      await inside(form, scene, 'api-keys:generate').click();
      await form.getByRole('alert').waitFor();
      await settled(scene.page);
      await inside(form, scene, 'api-keys:generate').click();
      return dialog(scene, scene.t('keys:lost.title'));
    },
    leave: (scene, opened) => inside(opened, scene, 'keys:lost.close').last().click(),
  },
  {
    name: 'deleting a named key',
    of: ['keys/end-dialog.tsx'],
    viewer: 'owner',
    open: async (scene) => deleting(scene, await makeKey(scene.page, 'company', scene.name())),
  },
  {
    name: 'deleting a named key that is in use',
    of: ['keys/end-dialog.tsx'],
    viewer: 'owner',
    open: async (scene) => {
      const key = await makeKey(scene.page, 'company', scene.name());
      await use(scene, key);
      const opened = await deleting(scene, key);
      await opened.getByText(scene.t('patterns:stillInUseAdvice')).waitFor();
      return opened;
    },
  },
];

/** Tokens with a label. */
const tokens: readonly Row[] = [
  {
    name: 'generating a token',
    of: ['pages/generate-api-key/generate-token.tsx'],
    viewer: 'owner',
    open: async (scene) => {
      await allow(scene.page, 'company', { nameRequired: true });
      await scene.visit('/generate-api-key');
      await scene.press(button(scene, 'generate-api-key:generate'));
      return dialog(scene, scene.t('generate-api-key:generate'));
    },
  },
  {
    name: 'a new token',
    of: [lost],
    viewer: 'owner',
    open: async (scene) => {
      await allow(scene.page, 'company', { nameRequired: true });
      await scene.visit('/generate-api-key');
      await scene.press(button(scene, 'generate-api-key:generate'));
      const form = await dialog(scene, scene.t('generate-api-key:generate'));
      await form.getByLabel(scene.t('generate-api-key:label')).fill(scene.name());
      await inside(form, scene, 'generate-api-key:show').click();
      return dialog(scene, scene.t('generate-api-key:code'));
    },
    leave: (scene, opened) => inside(opened, scene, 'generate-api-key:ok').click(),
  },
  {
    name: 'revoking a token',
    of: ['keys/end-dialog.tsx'],
    viewer: 'owner',
    open: async (scene) => {
      const { name } = await makeKey(scene.page, 'company', scene.name());
      await scene.visit('/generate-api-key');
      await scene.press(button(scene, 'generate-api-key:revoke.which', { name }));
      return dialog(scene, scene.t('generate-api-key:revoke.title'));
    },
  },
];

/** The dialog that removes the company's one key, for its password. */
async function removing(scene: Scene): Promise<Locator> {
  await makeKey(scene.page, 'company', scene.name());
  await allow(scene.page, 'company', { format: 'hex32', stepUp: { revoke: 'password' } });
  await scene.visit('/api-credentials');
  await scene.press(button(scene, 'api-credentials:remove'));
  const opened = await dialog(scene, scene.t('api-credentials:removal.title'));
  await opened.getByLabel(scene.t('patterns:password'), { exact: true }).waitFor();
  return opened;
}

async function prove(scene: Scene, opened: Locator, secret: string): Promise<void> {
  await opened.getByLabel(scene.t('patterns:password'), { exact: true }).fill(secret);
  await inside(opened, scene, 'api-credentials:removal.confirm').click();
}

/** The one key of a company. */
const credentials: readonly Row[] = [
  {
    name: 'removing the company’s key',
    of: ['keys/end-dialog.tsx'],
    viewer: 'owner',
    open: removing,
  },
  {
    name: 'removing the company’s key with a wrong password',
    of: ['keys/end-dialog.tsx'],
    viewer: 'newcomer',
    open: async (scene) => {
      const opened = await removing(scene);
      await prove(scene, opened, 'not the password');
      await opened.getByText(scene.t('patterns:wrongAttemptsLeft', { attemptsLeft: 4 })).waitFor();
      return opened;
    },
  },
  {
    name: 'removing the company’s key while the password is locked',
    of: ['keys/end-dialog.tsx'],
    viewer: 'newcomer',
    open: async (scene) => {
      const opened = await removing(scene);
      for (let wrong = 0; wrong < 5; wrong += 1) {
        const data = { pin: '580274', password: 'wrong' };
        await scene.page.context().request.put('/api/v1/me/pin', { data });
      }
      await prove(scene, opened, password);
      await opened.getByRole('alert').waitFor();
      return opened;
    },
  },
  {
    name: 'naming the company’s key',
    of: ['pages/api-credentials/create-new.tsx'],
    viewer: 'newcomer',
    open: async (scene) => {
      await allow(scene.page, 'company', { nameRequired: true });
      await scene.visit('/api-credentials');
      await scene.press(button(scene, 'api-credentials:createNew'));
      return dialog(scene, scene.t('api-credentials:createNew'));
    },
  },
  {
    name: 'the company’s new key',
    of: [lost],
    viewer: 'newcomer',
    open: async (scene) => {
      await allow(scene.page, 'company', { format: 'hex32' });
      await scene.visit('/api-credentials');
      await scene.press(button(scene, 'api-credentials:createNew'));
      return dialog(scene, scene.t('patterns:keyCreated'));
    },
    leave: saveAndLeave,
    // The button is gone: there is a key.
    focusOn: ({ page }) => page.getByRole('heading', { level: 1 }),
  },
];

export const companyKeyRows = [...namedKeys, ...tokens, ...credentials];
