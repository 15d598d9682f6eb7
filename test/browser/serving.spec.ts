import {
  copiedText,
  expectNoViolations,
  expectNoViolationsIn,
  expectNoViolationsInBothThemes,
  onALaptop,
  startStage,
  type Stage,
} from './support';

let stage: Stage;

beforeAll(async () => {
  stage = await startStage();
});
afterAll(() => stage.close());

describe('the server that was built', () => {
  it('opens the console at /, and nothing on it breaks the content policy', async () => {
    const page = await stage.newPage();

    await page.goto('/');
    await page.getByRole('heading', { level: 1 }).waitFor();

    await expectNoViolations(page);
    expect(stage.faults()).toEqual([]);
  });

  it('sends its scripts packed, to be kept for a year', async () => {
    const page = await stage.newPage();
    const loaded = page.waitForResponse((response) => /\/index-[^/]+\.js$/.test(response.url()));

    await page.goto('/');

    const headers = await (await loaded).allHeaders();
    expect(headers['content-encoding']).toMatch(/^(br|gzip)$/);
    expect(headers['cache-control']).toBe('public, max-age=31536000, immutable');
  });

  it('shows the API documentation beside it', async () => {
    const page = await stage.newPage();

    await page.goto('/docs');

    await page.getByText('Issue, govern, use and retire API keys.').waitFor();
    expect(stage.faults()).toEqual([]);
  });

  it('prints an address that opens the console, and a line that works', async () => {
    const [, key = ''] = /X-API-Key: (\w+)/.exec(stage.server.output()) ?? [];

    expect(stage.server.output()).toContain(`Open the console at ${stage.server.address} `);
    expect(await stage.restCall(key)).toMatchObject({ status: 200, body: { data: [{}, {}, {}] } });
    expect(await stage.restCall('kunci_no_key')).toMatchObject({ status: 401 });
  });
});

describe('the stage of these tests', () => {
  it('hears what a page does wrong', async () => {
    const page = await stage.newPage();
    await page.goto('/');

    await page.evaluate(() => {
      const script = document.createElement('script');
      script.textContent = 'document.title = "ran"';
      document.body.append(script);
      setTimeout(() => {
        throw new Error('nobody caught this');
      });
    });
    await page.waitForTimeout(200);

    expect(await page.title()).not.toBe('ran');
    expect(stage.faults()).toEqual([
      expect.stringContaining('Content Security Policy'),
      expect.stringContaining('nobody caught this'),
    ]);
  });

  it('finds a violation where there is one', async () => {
    const page = await stage.newPage();
    await page.setContent('<html lang="en"><title>x</title><main><h1>x</h1><img src="data:,"></main></html>');

    await expect(expectNoViolations(page)).rejects.toThrow('image-alt');
  });

  it('finds text that only the dark theme makes hard to read', async () => {
    const page = await stage.newPage();
    await page.setContent(`<html lang="en"><title>x</title><style>
      :root { color-scheme: light; } p { color: #000; background: #fff; }
      @media (prefers-color-scheme: dark) { :root { color-scheme: dark; } p { color: #777; background: #555; } }
      </style><main><h1>x</h1><p>Hardly to be read</p></main></html>`);

    await expectNoViolations(page);
    await expect(expectNoViolationsInBothThemes(page)).rejects.toThrow('color-contrast');
  });

  it.each([
    { language: 'en', width: 1280 },
    { language: 'id', width: 1280 },
  ] as const)('finds targets that are too small in $language, $width pixels wide', async (look) => {
    const page = await stage.newPage(look);
    await page.setContent(`<html lang="en"><title>x</title><style>
      :root { color-scheme: light; } button { width: 9px; height: 9px; padding: 0; }
      </style><main><h1>x</h1><button aria-label="a"></button><button aria-label="b"></button></main></html>`);

    await expect(expectNoViolationsIn({ ...onALaptop, ...look }, page)).rejects.toThrow('target-size');
  });

  it.each([
    ['sticky', 'a bar that stays, which scrolling moves away', false],
    ['absolute', 'something in the page itself', true],
  ])('judges a target whose half is under what is %s: %s', async (position, _what, isFault) => {
    const page = await stage.newPage();
    await page.setContent(`<html lang="en"><title>x</title><style>
      body, button { margin: 0; } button { width: 60px; height: 40px; }
      header { position: ${position}; top: 0; left: 0; width: 100%; height: 40px; z-index: 1; }
      main { margin-top: ${position === 'sticky' ? -28 : 12}px; }
      </style><header><button>Above</button></header><main><button>Below</button><h1>x</h1></main></html>`);

    const looking = expectNoViolations(page);

    if (isFault) await expect(looking).rejects.toThrow('target-size');
    else await looking;
  });

  it('has an origin that the browser does not count as secure', async () => {
    const [plain, secure] = [await stage.newPage({}, 'plain'), await stage.newPage()];
    await Promise.all([plain.goto('/'), secure.goto('/')]);

    await plain.setContent('<input value="a key">');
    await plain.locator('input').selectText();
    await plain.keyboard.press('ControlOrMeta+C');

    expect(await copiedText(plain)).toBe('a key');
    expect(await plain.evaluate(() => [isSecureContext, 'clipboard' in navigator])).toEqual([false, false]);
    expect(await secure.evaluate(() => isSecureContext)).toBe(true);
  });
});
