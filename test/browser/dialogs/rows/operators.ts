import { randomUUID } from 'node:crypto';
import { type Locator } from 'playwright-core';
import { people } from '../../support';
import { found } from '../cast';
import { button, dialog, inside, refused, type Row, type Scene } from '../scene';

const newCompanyFile = 'pages/platform-companies/new-company.tsx';
const typed = 'patterns/typed-danger-dialog.tsx';

async function makingCompany(scene: Scene): Promise<Locator> {
  await scene.visit('/platform/companies');
  await scene.press(button(scene, 'platform-companies:create.open'));
  const form = await dialog(scene, scene.t('platform-companies:create.title'));
  await form.getByLabel(scene.t('platform-companies:create.name')).fill(scene.name());
  await form.getByLabel(scene.t('platform-companies:create.owner')).fill(`${randomUUID()}@made.test`);
  return form;
}

async function closing(scene: Scene): Promise<Locator> {
  const owner = await scene.stage.newPage();
  const { company } = await found(owner, scene.name());
  await owner.context().close();
  await scene.visit(`/platform/companies/${company.id}`);
  await scene.press(button(scene, 'platform-company:close.act'));
  return dialog(scene, scene.t('platform-company:close.title'));
}

/** What operators begin and end. */
export const ofOperators: readonly Row[] = [
  { name: 'making a company', of: [newCompanyFile], viewer: 'operator', open: makingCompany },
  {
    name: 'making a company with an invalid slug',
    of: [newCompanyFile],
    viewer: 'operator',
    open: async (scene) => {
      const form = await makingCompany(scene);
      await form.getByLabel(scene.t('platform-companies:create.slug')).fill('No Slug');
      return refused(form, inside(form, scene, 'platform-companies:create.submit'));
    },
  },
  { name: 'closing a company', of: [typed], viewer: 'operator', open: closing },
  {
    name: 'closing a company under another slug',
    of: [typed],
    viewer: 'operator',
    open: async (scene) => {
      const opened = await closing(scene);
      await opened.getByLabel(scene.t('platform-company:close.typed')).fill('another');
      return refused(opened, inside(opened, scene, 'platform-company:close.act'));
    },
  },
  {
    name: 'releasing an account',
    of: [typed],
    viewer: 'operator',
    open: async (scene) => {
      const username = people.Member;
      await scene.visit(`/platform/users?q=${encodeURIComponent(username)}`);
      await scene.press(button(scene, 'platform-users:release.of', { username }));
      return dialog(scene, scene.t('platform-users:release.title'));
    },
  },
];
