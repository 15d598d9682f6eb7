import { randomUUID } from 'node:crypto';
import { type Locator } from 'playwright-core';
import { ask, people, signIn } from '../../support';
import { product } from '../calls';
import { button, dialog, discard, inside, refused, type Row, type Scene } from '../scene';

async function creatingProduct(scene: Scene): Promise<Locator> {
  await scene.visit('/platform/products');
  await scene.press(button(scene, 'platform-products:create.open'));
  return dialog(scene, scene.t('platform-products:create.title'));
}

interface NewProduct {
  readonly code: string;
  readonly name: string;
}

/** A product that protects something. By its code it stands on the first page of the list. */
async function aProduct({ page, name }: Scene): Promise<NewProduct> {
  const made = { code: `a-${randomUUID()}`, name: name() };
  const permissions = [{ name: `${made.code.slice(0, 20)}:read`, label: 'Read it' }];
  await ask(page, 'POST', '/platform/products', { ...made, grants: [], permissions });
  return made;
}

/** The same, of which a key holds all. */
async function heldProduct(scene: Scene): Promise<NewProduct> {
  const made = await aProduct(scene);
  const { data } = await ask<{ data: { id: string }[] }>(scene.page, 'GET', '/platform/companies?q=lintas');
  await ask(scene.page, 'PUT', `/platform/companies/${data[0]?.id}/products/${made.code}`, { enabled: true });
  const person = await scene.stage.newPage();
  await signIn(person, people.Superadmin);
  await ask(person, 'PATCH', '/settings', { keys: { product: { stepUp: { generate: 'none' } } } });
  await ask(person, 'POST', '/keys', { kind: 'product', product: made.code, name: scene.name() });
  await person.context().close();
  return made;
}

async function editing(scene: Scene, name: string): Promise<Locator> {
  await scene.visit('/platform/products');
  await scene.press(button(scene, 'platform-products:edit.of', { name }));
  return dialog(scene, scene.t('platform-products:edit.title', { name }));
}

const editProduct = 'pages/platform-products/edit-product-dialog.tsx';

/** What the platform sells. */
export const products: readonly Row[] = [
  {
    name: 'creating a product',
    of: ['pages/platform-products/new-product-dialog.tsx'],
    viewer: 'operator',
    open: creatingProduct,
  },
  {
    name: 'creating a product that there is',
    of: ['pages/platform-products/new-product-dialog.tsx'],
    viewer: 'operator',
    open: async (scene) => {
      const form = await creatingProduct(scene);
      await form.getByLabel(scene.t('platform-products:name')).fill(product.name);
      return refused(form, inside(form, scene, 'platform-products:create.submit'));
    },
    leave: discard,
  },
  {
    name: 'editing a product',
    of: [editProduct],
    viewer: 'operator',
    open: async (scene) => editing(scene, (await aProduct(scene)).name),
  },
  {
    name: 'taking a permission from keys that hold it',
    of: [editProduct],
    viewer: 'operator',
    open: async (scene) => {
      const form = await editing(scene, (await heldProduct(scene)).name);
      await inside(form, scene, 'platform-products:permissions.remove', { number: 1 }).click();
      await inside(form, scene, 'platform-products:edit.submit').click();
      return dialog(scene, scene.t('platform-products:held.title'));
    },
    // It leads back to the form.
    leave: async (scene, opened) => {
      await inside(opened, scene, 'patterns:cancel').click();
      const form = scene.page.getByRole('dialog');
      await inside(form, scene, 'platform-products:create.cancel').click();
      await form.waitFor({ state: 'hidden' });
    },
  },
  {
    name: 'retiring a product',
    of: ['patterns/typed-danger-dialog.tsx'],
    viewer: 'operator',
    open: async (scene) => {
      const { name } = await aProduct(scene);
      await scene.visit('/platform/products');
      await scene.press(button(scene, 'platform-products:retire.of', { name }));
      return dialog(scene, scene.t('platform-products:retire.title'));
    },
  },
];
