import { type Locator } from 'playwright-core';
import { ask, password } from '../../support';
import { allow } from '../calls';
import { button, dialog, inside, refused, type Row, type Scene } from '../scene';
import { foldUp } from './people';
import { setUpTotp } from './product-keys';

const factors = 'pages/my-settings/factor-dialogs.tsx';
const oneTimeCodes = 'pages/my-settings/totp-dialogs.tsx';

async function changing(scene: Scene, label: string, title = label): Promise<Locator> {
  await scene.visit('/my-settings');
  await scene.press(button(scene, label));
  return dialog(scene, scene.t(title));
}

async function signInElsewhere({ page, stage }: Scene): Promise<void> {
  const { username } = await ask<{ username: string }>(page, 'GET', '/me');
  await fetch(`${stage.server.address}/api/v1/sessions`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      'user-agent': 'Mozilla/5.0 (Windows NT 10.0) Firefox/140.0',
    },
    body: JSON.stringify({ username, password }),
  });
}

export const mySettingsRows: readonly Row[] = [
  {
    name: 'changing the password',
    of: [factors],
    viewer: 'owner',
    open: (scene) => changing(scene, 'my-settings:password.change'),
  },
  {
    name: 'changing the password to a short one',
    of: [factors],
    viewer: 'owner',
    open: async (scene) => {
      const form = await changing(scene, 'my-settings:password.change');
      await form.getByLabel(scene.t('my-settings:password.current'), { exact: true }).fill(password);
      await form.getByLabel(scene.t('my-settings:password.new'), { exact: true }).fill('short');
      return refused(form, inside(form, scene, 'my-settings:password.change'));
    },
  },
  {
    name: 'setting the PIN',
    of: [factors],
    viewer: 'newcomer',
    open: (scene) => changing(scene, 'my-settings:pin.set'),
  },
  {
    name: 'setting up an authenticator app',
    of: [oneTimeCodes],
    viewer: 'newcomer',
    open: (scene) => changing(scene, 'my-settings:totp.setUp'),
  },
  {
    name: 'setting up an authenticator app, the QR code',
    of: [oneTimeCodes],
    viewer: 'newcomer',
    open: async (scene) => {
      const form = await changing(scene, 'my-settings:totp.setUp');
      await form.getByLabel(scene.t('my-settings:yourPassword'), { exact: true }).fill(password);
      await inside(form, scene, 'my-settings:totp.continue').click();
      await form.getByRole('img', { name: scene.t('my-settings:totp.qr') }).waitFor();
      return form;
    },
  },
  {
    name: 'removing the authenticator app',
    of: ['pages/my-settings/totp-removal.tsx'],
    viewer: 'newcomer',
    open: async (scene) => {
      await setUpTotp(scene);
      return changing(scene, 'my-settings:totp.remove', 'my-settings:totp.removeTitle');
    },
  },
  {
    name: 'ending another session',
    of: ['pages/my-settings/sessions-section.tsx'],
    viewer: 'newcomer',
    open: async (scene) => {
      await signInElsewhere(scene);
      await scene.visit('/my-settings');
      const device = 'Firefox, Windows';
      await scene.press(button(scene, 'my-settings:sessions.endNamed', { device }));
      return dialog(scene, scene.t('my-settings:sessions.endTitle'));
    },
  },
  {
    name: 'how to sign in with a key, unfolded',
    of: ['pages/my-settings/sign-in-steps.tsx'],
    viewer: 'owner',
    open: async (scene) => {
      const name = scene.t('my-settings:use.title');
      await allow(scene.page, 'personal');
      await scene.visit('/my-settings');
      await scene.press(button(scene, 'my-settings:use.title'));
      const panel = scene.page.getByRole('region', { name });
      await panel.waitFor();
      return panel;
    },
    leave: foldUp,
  },
];
