import { type Locator } from 'playwright-core';
import { ask } from '../../support';
import { button, dialog, discard, inside, refused, type Row, type Scene } from '../scene';
import { saveAndLeave } from './company-keys';

const list = 'pages/service-accounts/service-accounts-page.tsx';
const card = 'pages/service-account/account-card.tsx';
const ends = 'pages/service-account/ending-dialogs.tsx';
const keys = 'pages/service-account/create-machine-key.tsx';

async function creating(scene: Scene): Promise<Locator> {
  await scene.visit('/service-accounts');
  await scene.press(button(scene, 'service-accounts:create.open'));
  const form = await dialog(scene, scene.t('service-accounts:create.open'));
  await form.getByLabel(scene.t('service-accounts:roles'), { exact: true }).first().waitFor();
  return form;
}

/** A service account that holds what Admins do. */
async function account({ page, name }: Scene): Promise<string> {
  const { data } = await ask<{ data: { id: string; name: string }[] }>(page, 'GET', '/roles?limit=100');
  const roles = data.filter((role) => role.name === 'Admin').map(({ id }) => id);
  return (await ask<{ id: string }>(page, 'POST', '/service-accounts', { name: name(), roles })).id;
}

async function onItsPage(scene: Scene, label: string, title: string): Promise<Locator> {
  await scene.visit(`/service-accounts/${await account(scene)}`);
  await scene.press(button(scene, label));
  return dialog(scene, scene.t(title));
}

async function withKey(scene: Scene, label: string, title: string): Promise<Locator> {
  const serviceAccountId = await account(scene);
  const name = scene.name();
  await ask(scene.page, 'POST', '/keys', { kind: 'machine', serviceAccountId, name });
  await scene.visit(`/service-accounts/${serviceAccountId}`);
  await scene.press(button(scene, label, { name }));
  return dialog(scene, scene.t(title));
}

/** Programs that act for the company. */
export const serviceAccountRows: readonly Row[] = [
  { name: 'creating a service account', of: [list], viewer: 'owner', open: creating },
  {
    name: 'creating a service account of a name that cannot be',
    of: [list],
    viewer: 'owner',
    open: async (scene) => {
      const form = await creating(scene);
      await form.getByLabel(scene.t('service-accounts:name')).fill('with blanks');
      return refused(form, inside(form, scene, 'service-accounts:create.submit'));
    },
    leave: discard,
  },
  {
    name: 'editing a service account',
    of: [card],
    viewer: 'owner',
    open: (scene) => onItsPage(scene, 'service-accounts:edit', 'service-accounts:editTitle'),
  },
  {
    name: 'switching a service account off',
    of: [ends],
    viewer: 'owner',
    open: (scene) => onItsPage(scene, 'service-accounts:deactivate', 'service-accounts:deactivateTitle'),
  },
  {
    name: 'deleting a service account',
    of: [ends],
    viewer: 'owner',
    open: (scene) => onItsPage(scene, 'service-accounts:delete', 'service-accounts:deleteTitle'),
  },
  {
    name: 'creating a machine key',
    of: [keys],
    viewer: 'owner',
    open: (scene) => onItsPage(scene, 'service-accounts:keys.create', 'service-accounts:keys.create'),
  },
  {
    name: 'a new machine key',
    of: ['keys/new-secret-dialogs.tsx'],
    viewer: 'owner',
    open: async (scene) => {
      const form = await onItsPage(scene, 'service-accounts:keys.create', 'service-accounts:keys.create');
      await inside(form, scene, 'service-accounts:keys.submit').click();
      return dialog(scene, scene.t('patterns:keyCreated'));
    },
    leave: saveAndLeave,
  },
  {
    name: 'rotating a machine key',
    of: ['keys/rotate-dialog.tsx'],
    viewer: 'owner',
    open: (scene) => withKey(scene, 'service-accounts:keys.rotateNamed', 'keys:rotate.title'),
  },
  {
    name: 'revoking a machine key',
    of: ['keys/end-dialog.tsx'],
    viewer: 'owner',
    open: (scene) => withKey(scene, 'service-accounts:keys.revokeNamed', 'keys:revoke.title'),
  },
];
