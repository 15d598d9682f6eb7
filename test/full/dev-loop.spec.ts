import { DevLoop } from './dev-loop';

/** Of both processors together; on the clock of a quiet machine it is less. */
const maxCpuMs = 10_000;

jest.setTimeout(600_000);

describe('npm run dev', () => {
  let loop: DevLoop;

  beforeAll(async () => {
    loop = await DevLoop.start();
  });
  afterAll(() => loop.remove());

  it('tells the address of the console, where both the console and the API are', async () => {
    expect(loop.output()).toContain(`Open the console at ${loop.address} `);
    expect(await loop.text('/')).toContain('/@vite/client');
    expect(await loop.text('/health/ready')).toContain('ok');
    expect(await loop.text('/openapi.json')).toContain('openapi');
  });

  it('serves a change of the server within ten seconds', async () => {
    await changed('Changed once');
    const cpuMs = await changed('Changed twice');
    console.log(`A change was served after ${cpuMs} ms of processor time.`);
    expect(cpuMs).toBeLessThan(maxCpuMs);
  });

  it('goes on with what compiled last while what is written does not, and then with what is written', async () => {
    loop.edit('src/health/health.controller.ts', (text) => `${text}\nconst wrong: number = 'text';\n`);
    await loop.until('the fault', async () => /Found [1-9]\d* errors?/.test(loop.output()));
    expect(await loop.text('/health/ready')).toContain('ok');

    loop.edit('src/health/health.controller.ts', (text) => text.replace(/\nconst wrong.*\n/, ''));
    await changed('Changed in the end');
  });

  it('serves a change of the console', async () => {
    const page = '/src/main.tsx';
    expect(await loop.text(page)).not.toContain('changed just now');
    loop.edit(`console${page}`, (text) => `${text}\nconsole.log('changed just now');\n`);
    await loop.until('the page', async () => (await loop.text(page))?.includes('changed just now') ?? false);
  });

  it('ends with both programs at Ctrl-C', async () => {
    await loop.interrupt();
    expect(await loop.isGone()).toBe(true);
  });

  /** Changes what the API's document says, and waits for it. @returns the processor time it took. */
  async function changed(summary: string): Promise<number> {
    expect(await loop.text('/openapi.json')).not.toContain(summary);
    loop.edit('src/health/health.controller.ts', (text) =>
      text.replace(/summary: '[^']*'/, `summary: '${summary}'`),
    );
    return loop.until(
      'the change',
      async () => (await loop.text('/openapi.json'))?.includes(summary) ?? false,
    );
  }
});
