import { asPhone, expectNoSidewaysScroll, expectNoViolations, startStage, type Stage } from './support';

/* The API documentation and the pages of problems, which are no places of the console. */

let stage: Stage;

beforeAll(async () => {
  stage = await startStage();
});
afterAll(() => stage.close());

describe('the API documentation on a phone', () => {
  it('fits, with its groups on two screens, and an operation opens in it', async () => {
    const page = await stage.newPage(asPhone());
    await page.goto('/docs');
    const group = page.getByRole('link', { name: 'Verification', exact: true });
    await group.waitFor();
    await expectNoSidewaysScroll(page);
    expect((await group.boundingBox())?.y).toBeLessThan(2 * 812);

    await group.click();
    await page.getByText('/api/v1/keys/verify').click();

    await page.getByText('Request body', { exact: true }).waitFor();
    await expectNoSidewaysScroll(page);
    expect(stage.faults()).toEqual([]);
    await page.context().close();
  });

  it('has its frame in the language of the browser, and in the other one', async () => {
    const page = await stage.newPage({ ...asPhone(), language: 'id' });
    await page.goto('/docs');
    await page.getByRole('link', { name: 'Semua masalah' }).waitFor();

    await page.getByRole('link', { name: 'English' }).click();

    await page.getByRole('link', { name: 'All problems' }).click();
    await page.getByRole('heading', { level: 1, name: 'All problems' }).waitFor();
    await page.context().close();
  });
});

describe('the page of a problem', () => {
  it.each(['/problems', '/problems/step-up-required'])('is for everyone: %s', async (place) => {
    const page = await stage.newPage(asPhone());
    await page.goto(place);

    await expectNoSidewaysScroll(page);
    await expectNoViolations(page);
    await page.emulateMedia({ colorScheme: 'dark' });
    await expectNoViolations(page);
    expect(stage.faults()).toEqual([]);
    await page.context().close();
  });

  it('leads to the operations that answer with it', async () => {
    const page = await stage.newPage(asPhone());
    await page.goto('/problems/last-owner');

    await page.getByRole('link', { name: 'PATCH /api/v1/users/{id}' }).click();

    await page.getByText('Deactivate or reactivate a member').waitFor();
    await page.context().close();
  });
});
