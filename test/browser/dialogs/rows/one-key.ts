import { type Locator } from 'playwright-core';
import { allow, makeKey, type MadeKey } from '../calls';
import { button, dialog, discard, inside, refused, type Row, type Scene } from '../scene';
import { saveAndLeave } from './company-keys';

/** Makes a key, goes to its page, and presses a button there. */
async function onItsPage(scene: Scene, label: string, title: string): Promise<Locator> {
  const { id } = await makeKey(scene.page, 'company', scene.name());
  await scene.visit(`/keys/${id}`);
  await scene.press(button(scene, label));
  return dialog(scene, scene.t(title));
}

const editing = async (scene: Scene) => {
  const form = await onItsPage(scene, 'key:edit.action', 'key:edit.title');
  await inside(form, scene, 'key:edit.addRate').click();
  return form;
};

/** All that is done to a key on its own page. */
const onThePageOfAKey: readonly Row[] = [
  {
    name: 'editing a key',
    of: ['pages/key/edit-dialog.tsx'],
    viewer: 'owner',
    open: editing,
    leave: discard,
  },
  {
    name: 'editing a key, refused',
    of: ['pages/key/edit-dialog.tsx'],
    viewer: 'owner',
    open: async (scene) => {
      const form = await editing(scene);
      await form.getByLabel(scene.t('key:edit.addresses')).fill('nowhere');
      return refused(form, inside(form, scene, 'key:edit.save'));
    },
    leave: discard,
  },
  {
    name: 'rotating a key',
    of: ['keys/rotate-dialog.tsx'],
    viewer: 'owner',
    open: (scene) => onItsPage(scene, 'key:rotate', 'keys:rotate.title'),
  },
  {
    name: 'a rotated key',
    of: ['keys/new-secret-dialogs.tsx'],
    viewer: 'owner',
    open: async (scene) => {
      const form = await onItsPage(scene, 'key:rotate', 'keys:rotate.title');
      await inside(form, scene, 'keys:rotate.confirm').click();
      return dialog(scene, scene.t('key:rotated'));
    },
    leave: saveAndLeave,
  },
  {
    name: 'revoking a key',
    of: ['keys/end-dialog.tsx'],
    viewer: 'owner',
    open: (scene) => onItsPage(scene, 'key:end.revoke', 'keys:revoke.title'),
  },
  {
    name: 'disabling a key',
    of: ['keys/end-dialog.tsx'],
    viewer: 'owner',
    open: (scene) => onItsPage(scene, 'key:disable', 'keys:disable.title'),
  },
  {
    name: 'enabling a key',
    of: ['keys/use-enabling.tsx'],
    viewer: 'owner',
    open: async (scene) => {
      const disabling = await onItsPage(scene, 'key:disable', 'keys:disable.title');
      await inside(disabling, scene, 'keys:disable.confirm').click();
      await scene.press(button(scene, 'key:enable'));
      return dialog(scene, scene.t('keys:enable.title'));
    },
  },
  {
    name: 'deleting a key',
    of: ['keys/end-dialog.tsx'],
    viewer: 'owner',
    open: (scene) => onItsPage(scene, 'key:end.delete', 'keys:delete.title'),
  },
];

async function creatingOwn(scene: Scene): Promise<Locator> {
  await allow(scene.page, 'personal', { maxLifetimeDays: 180 });
  await scene.visit('/my-settings');
  await scene.press(button(scene, 'my-settings:identity.create'));
  return dialog(scene, scene.t('my-settings:identity.create'));
}

async function withOwn(scene: Scene, label: string, title: string): Promise<Locator> {
  const { name }: MadeKey = await makeKey(scene.page, 'personal', scene.name());
  await scene.visit('/my-settings');
  await scene.press(button(scene, label, { name }));
  return dialog(scene, scene.t(title));
}

/** One's own keys. */
const personalKeys: readonly Row[] = [
  {
    name: 'creating a key of one’s own',
    of: ['pages/my-settings/identity-section.tsx'],
    viewer: 'owner',
    open: creatingOwn,
  },
  {
    name: 'creating a key of one’s own that lives too long',
    of: ['pages/my-settings/identity-section.tsx'],
    viewer: 'owner',
    open: async (scene) => {
      const form = await creatingOwn(scene);
      await form.getByLabel(scene.t('my-settings:identity.expires')).fill('2099-12-31');
      return refused(form, inside(form, scene, 'my-settings:identity.ok'));
    },
    leave: discard,
  },
  {
    name: 'a new key of one’s own',
    of: ['keys/new-secret-dialogs.tsx'],
    viewer: 'owner',
    open: async (scene) => {
      const form = await creatingOwn(scene);
      await form.getByLabel(scene.t('my-settings:identity.name')).fill(scene.name());
      await inside(form, scene, 'my-settings:identity.ok').click();
      return dialog(scene, scene.t('patterns:keyCreated'));
    },
    leave: saveAndLeave,
  },
  {
    name: 'rotating a key of one’s own',
    of: ['keys/rotate-dialog.tsx'],
    viewer: 'owner',
    open: (scene) => withOwn(scene, 'my-settings:own.rotateNamed', 'keys:rotate.title'),
  },
  {
    name: 'revoking a key of one’s own',
    of: ['keys/end-dialog.tsx'],
    viewer: 'owner',
    open: (scene) => withOwn(scene, 'my-settings:own.revokeNamed', 'keys:revoke.title'),
  },
];

export const oneKeyRows = [...onThePageOfAKey, ...personalKeys];
