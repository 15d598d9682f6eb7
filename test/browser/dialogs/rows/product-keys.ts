import { type Locator } from 'playwright-core';
import { codeAt } from '../../../support/code-at';
import { ask, password, pin } from '../../support';
import { allow, makeKey, type Policy, product } from '../calls';
import { button, dialog, inside, type Row, type Scene } from '../scene';
import { saveAndLeave } from './company-keys';

const stepUp = 'keys/use-step-up.tsx';

async function generating(scene: Scene, policy: Policy = {}): Promise<Locator> {
  await allow(scene.page, 'product', policy);
  await scene.visit('/developer-option');
  const card = scene.page.getByRole('region', { name: product.name });
  await scene.press(inside(card, scene, 'developer-option:generate.open'));
  return dialog(scene, scene.t('developer-option:generate.title'));
}

/** The form sent, and asked for a proof over it. */
async function asked(scene: Scene, factor: 'password' | 'pin' | 'totp', title: string): Promise<Locator> {
  const form = await generating(scene, { stepUp: { generate: factor } });
  await inside(form, scene, 'developer-option:generate.confirm').click();
  return dialog(scene, scene.t(title));
}

/** Closes what asks for the proof, and the form under it. */
async function leaveBoth(scene: Scene, opened: Locator): Promise<void> {
  await inside(opened, scene, 'patterns:cancel').click();
  await opened.waitFor({ state: 'hidden' });
  const form = await dialog(scene, scene.t('developer-option:generate.title'));
  await inside(form, scene, 'keys:cancel').click();
}

/** Only who has an authenticator app is asked for its code. */
export async function setUpTotp({ page }: Scene): Promise<void> {
  const { secret } = await ask<{ secret: string }>(page, 'POST', '/me/totp', { password });
  await ask(page, 'PUT', '/me/totp', { code: codeAt(secret, Date.now()) });
}

/** Asks how to re-generate a product's key. */
async function regenerating(scene: Scene, policy: Policy = {}): Promise<Locator> {
  const { name } = await makeKey(scene.page, 'product', scene.name());
  await allow(scene.page, 'product', policy);
  await scene.visit('/developer-option');
  await scene.press(button(scene, 'developer-option:regenerate.of', { name }));
  return dialog(scene, scene.t('developer-option:regenerate.title'));
}

export const productKeyRows: readonly Row[] = [
  {
    name: 'generating a product’s key',
    of: ['pages/developer-option/generate-dialog.tsx'],
    viewer: 'owner',
    open: (scene) => generating(scene),
  },
  {
    name: 'generating a product’s key without what it asks for',
    of: ['pages/developer-option/generate-dialog.tsx'],
    viewer: 'owner',
    open: async (scene) => {
      // Refused where there is none, which is what is wanted.
      await scene.page.context().request.delete('/api/v1/me/totp', { data: { password } });
      const form = await generating(scene, { stepUp: { generate: 'totp' } });
      await inside(form, scene, 'developer-option:generate.confirm').click();
      await form.getByRole('link', { name: scene.t('keys:missing.setUp') }).waitFor();
      return form;
    },
  },
  {
    name: 'generating a product’s key, asked for the PIN',
    of: [stepUp],
    viewer: 'owner',
    open: (scene) => asked(scene, 'pin', 'patterns:provePin'),
    leave: leaveBoth,
  },
  {
    name: 'generating a product’s key, asked for the password',
    of: [stepUp],
    viewer: 'owner',
    open: (scene) => asked(scene, 'password', 'patterns:provePassword'),
    leave: leaveBoth,
  },
  {
    name: 'generating a product’s key, asked for a code',
    of: [stepUp],
    viewer: 'owner',
    open: async (scene) => {
      await setUpTotp(scene);
      return asked(scene, 'totp', 'patterns:proveTotp');
    },
    leave: leaveBoth,
  },
  {
    name: 'a new product’s key',
    of: ['keys/new-secret-dialogs.tsx'],
    viewer: 'owner',
    open: async (scene) => {
      const proof = await asked(scene, 'pin', 'patterns:provePin');
      await proof.getByLabel(scene.t('patterns:pin'), { exact: true }).fill(pin);
      await inside(proof, scene, 'patterns:confirm').click();
      return dialog(scene, scene.t('developer-option:generate.made'));
    },
    leave: saveAndLeave,
  },
  {
    name: 're-generating a product’s key',
    of: ['keys/rotate-dialog.tsx'],
    viewer: 'owner',
    open: (scene) => regenerating(scene),
  },
  {
    name: 'a product’s re-generated key',
    of: ['keys/new-secret-dialogs.tsx'],
    viewer: 'owner',
    open: async (scene) => {
      const form = await regenerating(scene);
      await inside(form, scene, 'developer-option:regenerate.act').click();
      return dialog(scene, scene.t('developer-option:regenerate.made'));
    },
    leave: saveAndLeave,
  },
  {
    name: 'showing a product’s key, asked for the PIN',
    of: [stepUp],
    viewer: 'owner',
    open: async (scene) => {
      const { name } = await makeKey(scene.page, 'product', scene.name());
      await allow(scene.page, 'product', { stepUp: { reveal: 'pin' } });
      await scene.visit('/developer-option');
      const entry = scene.page.getByRole('listitem').filter({ hasText: name });
      await scene.press(inside(entry, scene, 'developer-option:show'));
      return dialog(scene, scene.t('patterns:provePin'));
    },
  },
];
