import { type Locator } from 'playwright-core';
import { ask, password } from '../../support';
import { button, dialog, inside, refused, type Row, type Scene } from '../scene';

const usernameOf = (scene: Scene): string => `${scene.name()}@antarnusa.test`;

async function inviting(scene: Scene): Promise<Locator> {
  await scene.visit('/users');
  await scene.press(button(scene, 'users:invite'));
  const form = await dialog(scene, scene.t('users:invite'));
  await form.getByLabel(scene.t('users:username')).waitFor();
  return form;
}

interface Invited {
  readonly member: { readonly id: string; readonly username: string };
  readonly invitation: { readonly token: string };
}

async function invite(scene: Scene): Promise<Invited> {
  return ask<Invited>(scene.page, 'POST', '/users', { username: usernameOf(scene), roles: [] });
}

/** Opens a dialog on the page of a member, who has come or still has to. */
async function onTheirPage(scene: Scene, has: 'come' | 'to come', label: string, title: string) {
  const { member, invitation } = await invite(scene);
  if (has === 'come')
    await ask(scene.page, 'POST', '/invitations/redeem', { token: invitation.token, password });
  await scene.visit(`/users/${member.id}`);
  await scene.press(button(scene, label));
  return dialog(scene, scene.t(title));
}

const done: Row['leave'] = (scene, opened) => inside(opened, scene, 'users:link.done').click();

const linkOnce = 'pages/users/link-once-dialog.tsx';
const leaving = 'pages/user/leaving-dialogs.tsx';

const members: readonly Row[] = [
  { name: 'inviting a user', of: ['pages/users/users-page.tsx'], viewer: 'owner', open: inviting },
  {
    name: 'inviting a user, the roles to choose from',
    of: ['pages/users/users-page.tsx', 'pages/users/roles-select.tsx'],
    viewer: 'owner',
    open: async (scene) => {
      const form = await inviting(scene);
      await form.getByLabel(scene.t('users:roles'), { exact: true }).first().click();
      await scene.page.getByRole('option').first().waitFor();
      return form;
    },
    leave: async (scene, opened) => {
      // Esc, or a touch elsewhere, closes the list first.
      await opened.click({ position: { x: 4, y: 4 } });
      await scene.page.getByRole('option').first().waitFor({ state: 'hidden' });
      await inside(opened, scene, 'users:cancel').click();
    },
  },
  {
    name: 'inviting a user who is there already',
    of: ['pages/users/users-page.tsx'],
    viewer: 'owner',
    open: async (scene) => {
      const form = await inviting(scene);
      const { username } = await ask<{ username: string }>(scene.page, 'GET', '/me');
      await form.getByLabel(scene.t('users:username')).fill(username);
      return refused(form, inside(form, scene, 'users:inviteSubmit'));
    },
  },
  {
    name: 'the link for an invited user',
    of: [linkOnce],
    viewer: 'owner',
    open: async (scene) => {
      const form = await inviting(scene);
      await form.getByLabel(scene.t('users:username')).fill(usernameOf(scene));
      await inside(form, scene, 'users:inviteSubmit').click();
      return dialog(scene, scene.t('users:invited'));
    },
    leave: done,
  },
  {
    name: 'another link for an invited user',
    of: [linkOnce],
    viewer: 'owner',
    open: (scene) => onTheirPage(scene, 'to come', 'user:newInvitation', 'user:sendLink'),
    leave: done,
  },
  {
    name: 'the link to another password',
    of: [linkOnce],
    viewer: 'owner',
    open: (scene) => onTheirPage(scene, 'come', 'user:resetPassword', 'user:sendLink'),
    leave: done,
  },
  {
    name: 'deactivating a user',
    of: [leaving],
    viewer: 'owner',
    open: (scene) => onTheirPage(scene, 'come', 'user:deactivate', 'user:deactivateTitle'),
  },
  {
    name: 'removing a user',
    of: [leaving],
    viewer: 'owner',
    open: (scene) => onTheirPage(scene, 'come', 'user:remove', 'user:removeTitle'),
  },
  {
    name: 'removing a user with what they know',
    of: ['pages/leaving/seeing-off.tsx'],
    viewer: 'owner',
    open: seeingOff,
  },
];

/** Whose keys are decided about. */
async function seeingOff(scene: Scene): Promise<Locator> {
  const { member, invitation } = await invite(scene);
  await ask(scene.page, 'POST', '/invitations/redeem', { token: invitation.token, password });
  await scene.visit(`/users/${member.id}/leaving`);
  await scene.press(button(scene, 'leaving:remove', { username: member.username }));
  return dialog(scene, scene.t('leaving:removeTitle'));
}

const rolesPage = 'pages/roles/roles-page.tsx';

/** What unfolds is no dialog: it is folded up again by what unfolded it. */
export const foldUp: Row['leave'] = (scene) => scene.opener().click();

async function creatingRole(scene: Scene): Promise<Locator> {
  await scene.visit('/settings/roles');
  await scene.press(button(scene, 'roles:create'));
  return dialog(scene, scene.t('roles:create'));
}

/** A role of the company's own, unfolded. */
async function ownRole(scene: Scene): Promise<{ readonly name: string; readonly panel: Locator }> {
  const name = scene.name();
  await ask(scene.page, 'POST', '/roles', { name, permissions: ['company:read', 'usage:read'] });
  await scene.visit('/settings/roles');
  await scene.press(scene.page.getByRole('button', { name }));
  const panel = scene.page.getByRole('region', { name });
  await panel.waitFor();
  return { name, panel };
}

const roles: readonly Row[] = [
  { name: 'creating a role', of: [rolesPage], viewer: 'owner', open: creatingRole },
  {
    name: 'creating a role that there is',
    of: [rolesPage],
    viewer: 'owner',
    open: async (scene) => {
      const form = await creatingRole(scene);
      await form.getByLabel(scene.t('roles:name')).fill('Owner');
      return refused(form, inside(form, scene, 'roles:save'));
    },
  },
  {
    name: 'a role unfolded',
    of: ['pages/roles/role-list.tsx'],
    viewer: 'owner',
    open: async (scene) => (await ownRole(scene)).panel,
    leave: foldUp,
  },
  {
    name: 'editing a role',
    of: [rolesPage],
    viewer: 'owner',
    open: async (scene) => {
      const { name, panel } = await ownRole(scene);
      await scene.press(inside(panel, scene, 'roles:edit'));
      return dialog(scene, scene.t('roles:editNamed', { name }));
    },
  },
  {
    name: 'deleting a role',
    of: [rolesPage],
    viewer: 'owner',
    open: async (scene) => {
      const { panel } = await ownRole(scene);
      await scene.press(inside(panel, scene, 'roles:delete'));
      return dialog(scene, scene.t('roles:deleteTitle'));
    },
  },
];

export const peopleRows = [...members, ...roles];
