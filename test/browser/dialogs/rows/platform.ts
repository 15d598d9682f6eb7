import { type Locator } from 'playwright-core';
import { ask } from '../../support';
import { makeKey, product } from '../calls';
import { approve, type Founded, found } from '../cast';
import { button, dialog, inside, loseAnswer, refused, type Row, type Scene } from '../scene';
import { saveAndLeave } from './company-keys';
import { ofOperators } from './operators';
import { products } from './products';

const decisions = 'pages/platform-companies/decision-dialogs.tsx';
const reasons = 'pages/platform-companies/reason-dialog.tsx';

/** Of the demo: approved, and with the product. */
const company = 'Lintas Pay';

/** A company that has just been founded, and submitted where it is to wait. */
async function newCompany(scene: Scene, submitted: boolean): Promise<Founded['company']> {
  const owner = await scene.stage.newPage();
  const founded = await found(owner, scene.name());
  if (submitted) await ask(owner, 'POST', '/company/submission');
  await owner.context().close();
  return founded.company;
}

/** Presses the button of a decision, beside the company, and waits for its dialog. */
async function deciding(scene: Scene, act: string, title: string, on: string, list = ''): Promise<Locator> {
  await scene.visit(`/platform/companies${list}`);
  const label = scene.t(`platform-companies:${act}.act`);
  await scene.press(scene.page.getByRole('button', { name: `${label}: ${on}`, exact: true }).first());
  return dialog(scene, scene.t(`platform-companies:${act}.${title}`, { company: on }));
}

const rejecting = async (scene: Scene) =>
  deciding(scene, 'reject', 'title', (await newCompany(scene, true)).name);

/** Of a company that is approved, and asks for another name. */
async function decidingName(scene: Scene, act: 'approveName' | 'rejectName'): Promise<Locator> {
  const owner = await scene.stage.newPage();
  const { company: founded } = await found(owner, scene.name());
  await ask(owner, 'POST', '/company/submission');
  await approve(scene.page, founded.id);
  await ask(owner, 'PATCH', '/company', { name: scene.name() });
  await owner.context().close();
  return deciding(scene, act, 'title', founded.name);
}

const companies: readonly Row[] = [
  {
    name: 'approving a company',
    of: [decisions],
    viewer: 'operator',
    open: async (scene) => deciding(scene, 'approve', 'title', (await newCompany(scene, true)).name),
  },
  {
    name: 'approving the new name of a company',
    of: [decisions],
    viewer: 'operator',
    open: (scene) => decidingName(scene, 'approveName'),
  },
  {
    name: 'rejecting the new name of a company',
    of: [decisions],
    viewer: 'operator',
    open: (scene) => decidingName(scene, 'rejectName'),
  },
  { name: 'rejecting a company', of: [reasons], viewer: 'operator', open: rejecting },
  {
    name: 'rejecting a company without a reason',
    of: [reasons],
    viewer: 'operator',
    open: async (scene) => {
      const opened = await rejecting(scene);
      return refused(opened, inside(opened, scene, 'platform-companies:reject.act'));
    },
  },
  {
    name: 'suspending a company',
    of: [reasons],
    viewer: 'operator',
    open: (scene) => deciding(scene, 'suspend', 'title', company),
  },
  {
    name: 'reinstating a company',
    of: [decisions],
    viewer: 'operator',
    open: async (scene) => {
      const { id, name } = await newCompany(scene, false);
      await ask(scene.page, 'POST', `/platform/companies/${id}/suspend`, { reason: scene.name() });
      return deciding(scene, 'reinstate', 'title', name, '?status=suspended');
    },
  },
  {
    name: 'the products of a company',
    of: ['pages/platform-companies/products-dialog.tsx'],
    viewer: 'operator',
    open: (scene) => deciding(scene, 'productsDialog', 'title', company),
    leave: (scene, opened) => inside(opened, scene, 'platform-companies:productsDialog.close').last().click(),
  },
  {
    name: 'disabling a product of a company',
    of: [decisions],
    viewer: 'operator',
    open: async (scene) => {
      const products = await deciding(scene, 'productsDialog', 'title', company);
      const label = 'platform-companies:productsDialog.disableOf';
      await inside(products, scene, label, { product: product.name }).click();
      return dialog(scene, scene.t('platform-companies:disable.title'));
    },
    // It leads back to the products.
    leave: async (scene, opened) => {
      await inside(opened, scene, 'patterns:cancel').click();
      const products = await dialog(scene, scene.t('platform-companies:productsDialog.title', { company }));
      await inside(products, scene, 'platform-companies:productsDialog.close').last().click();
      await products.waitFor({ state: 'hidden' });
    },
  },
];

const reported: Row = {
  name: 'revoking a key that was reported',
  of: [reasons],
  viewer: 'operator',
  open: async (scene) => {
    const owner = await scene.stage.newPage();
    await found(owner, scene.name());
    const { secret } = await makeKey(owner, 'company', scene.name());
    await owner.context().close();
    await scene.visit('/platform/companies');
    await scene.page.getByLabel(scene.t('platform-companies:findKey.label')).fill(secret);
    await scene.press(button(scene, 'platform-companies:findKey.act'));
    return dialog(scene, scene.t('platform-companies:findKey.revoke'));
  },
};

const newServiceKey = 'pages/platform-service-keys/new-service-key.tsx';

async function creatingServiceKey(scene: Scene): Promise<Locator> {
  // Where there is none yet, the button is in the empty list, and disappears with it.
  await ask(scene.page, 'POST', '/platform/service-keys', { name: scene.name(), product: product.code });
  await scene.visit('/platform/service-keys');
  await scene.press(button(scene, 'platform-service-keys:create.open'));
  const form = await dialog(scene, scene.t('platform-service-keys:create.title'));
  await form.getByLabel(scene.t('platform-service-keys:name')).fill(scene.name());
  await form.getByLabel(scene.t('platform-service-keys:product')).selectOption(product.code);
  return form;
}

const serviceKeys: readonly Row[] = [
  { name: 'creating a service key', of: [newServiceKey], viewer: 'operator', open: creatingServiceKey },
  {
    name: 'creating a service key, the answer lost',
    of: [newServiceKey],
    viewer: 'operator',
    open: async (scene) => {
      const form = await creatingServiceKey(scene);
      await loseAnswer(scene, '**/api/v1/platform/service-keys');
      const submit = inside(form, scene, 'platform-service-keys:create.submit');
      await submit.click();
      await form.getByRole('alert').waitFor();
      await submit.click();
      await form.getByText(scene.t('platform-service-keys:create.lost')).waitFor();
      return form;
    },
  },
  {
    name: 'a new service key',
    of: [newServiceKey],
    viewer: 'operator',
    open: async (scene) => {
      const form = await creatingServiceKey(scene);
      await inside(form, scene, 'platform-service-keys:create.submit').click();
      return dialog(scene, scene.t('platform-service-keys:create.made'));
    },
    leave: saveAndLeave,
  },
  {
    name: 'a new key of a gateway',
    of: [newServiceKey],
    viewer: 'operator',
    open: async (scene) => {
      const form = await creatingServiceKey(scene);
      await form
        .getByLabel(scene.t('platform-service-keys:create.gateway'))
        .fill('https://api.example.com\nhttps://billing.example.com');
      await inside(form, scene, 'platform-service-keys:create.submit').click();
      return dialog(scene, scene.t('platform-service-keys:create.made'));
    },
    leave: saveAndLeave,
  },
  {
    name: 'revoking a service key',
    of: ['pages/platform-service-keys/revoke-dialog.tsx'],
    viewer: 'operator',
    open: async (scene) => {
      const name = scene.name();
      await ask(scene.page, 'POST', '/platform/service-keys', { name, product: product.code });
      await scene.visit('/platform/service-keys');
      await scene.press(button(scene, 'platform-service-keys:revoke.of', { name }));
      return dialog(scene, scene.t('platform-service-keys:revoke.title'));
    },
  },
];

export const platformRows = [...companies, reported, ...ofOperators, ...products, ...serviceKeys];
