import { type Page } from 'playwright-core';
import { asPhone, expectNoViolations, openPlace, people, signIn, startStage, type Stage } from '../support';

let stage: Stage;

beforeAll(async () => {
  stage = await startStage();
});
afterAll(() => stage.close());

const language = (page: Page) => page.getByRole('combobox', { name: 'Default language' });

describe('the default language of a company', () => {
  it('is chosen on the Company page, and is what the settings say from then on', async () => {
    const page = await stage.newPage();
    await signIn(page, people.Owner);
    await openPlace(page, '/company');
    expect(await language(page).inputValue()).toBe('id');
    await language(page).selectOption('English');
    await page.getByRole('button', { name: 'Save language' }).click();
    await page.getByText('The language is saved.').waitFor();
    await expectNoViolations(page);

    const settings = await page.context().request.get('/api/v1/settings');
    expect(await settings.json()).toMatchObject({ locale: 'en' });
    await openPlace(page, '/company');
    expect(await language(page).inputValue()).toBe('en');
    await page.context().close();
  });

  it('can be changed by someone who may change settings but not the name', async () => {
    const page = await stage.newPage(asPhone());
    await signIn(page, people['System Administrator']);
    await openPlace(page, '/company');

    await language(page).waitFor();

    expect(await page.getByRole('textbox', { name: 'Company name' }).count()).toBe(0);
    await expectNoViolations(page);
    await page.context().close();
  });

  it('is not shown to someone who may not read settings', async () => {
    const page = await stage.newPage();
    await signIn(page, people.Member);
    await openPlace(page, '/company');
    await page.getByRole('heading', { name: 'Profile' }).waitFor();

    expect(await page.getByText('Default language').count()).toBe(0);
    await page.context().close();
  });
});

describe('the time zone of a company', () => {
  it('is found by typing, saved, and what the session says from then on', async () => {
    const page = await stage.newPage();
    await signIn(page, people.Owner);
    await openPlace(page, '/company');
    const zone = page.getByRole('combobox', { name: 'Time zone' });
    await zone.fill('makassar');
    await page.getByRole('option', { name: 'Asia/Makassar (GMT+8)' }).click();
    await page.getByRole('button', { name: 'Save time zone' }).click();
    await page.getByText('The time zone is saved.').waitFor();
    await expectNoViolations(page);

    const session = await page.context().request.get('/api/v1/sessions/current');
    expect(await session.json()).toMatchObject({ company: { timeZone: 'Asia/Makassar' } });
    await page.getByText('Use that of this browser: Asia/Jakarta (GMT+7)').click();
    expect(await zone.inputValue()).toBe('Asia/Jakarta (GMT+7)');
    await page.context().close();
  });
});
