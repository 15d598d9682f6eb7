import { type Browser, type Page } from 'playwright-core';
import { testedBasePath } from '../../support/nginx-before';
import { plainHost, startBrowser } from './browser';
import { picturesOnFailure } from './failure-pictures';
import { contextOf, type Look, onALaptop } from './look';
import { type Answer, callWith, type Credentials } from './rest-call';
import { followRequests } from './requests';
import { type Server, startServer } from './server';

/** A server with the demo data, and a browser, for the tests of one file. */
export interface Stage {
  readonly server: Server;
  /**
   * Opens an empty page of someone who was never here: no cookie, nothing remembered. `page.goto('/keys')` leads to the server.
   * @param look as on a laptop, light and English, where nothing else is said
   * @param origin `plain` for an address that no browser counts as secure: there is no `navigator.clipboard` there
   */
  newPage(look?: Partial<Look>, origin?: 'secure' | 'plain'): Promise<Page>;
  /** A real HTTP request from outside the browser, as whoever holds this key would send it. */
  restCall(credentials: Credentials, path?: string): Promise<Answer>;
  /** What no page should have had since the last time this was asked: errors that nobody caught, and refusals of the content policy. */
  faults(): string[];
  close(): Promise<void>;
}

/** Starts both; whichever cannot start leaves nothing of the other behind. `beforeAll(async () => { stage = await startStage(); })`, and `afterAll(() => stage.close())`. */
export async function startStage(
  env: Readonly<Record<string, string>> = {},
  flags: readonly string[] = [],
): Promise<Stage> {
  const browser = await startBrowser(flags);
  const server = await startServer(env).catch(async (fault: unknown) => {
    await browser.close();
    throw fault;
  });
  const heard: string[] = [];
  picturesOnFailure(browser);
  return {
    server,
    newPage: (look = {}, origin = 'secure') => {
      const baseURL =
        origin === 'secure' ? server.address : `http://${plainHost}:${server.port}${testedBasePath}`;
      return openPage(browser, baseURL, { ...onALaptop, ...look }, heard);
    },
    restCall: (credentials, path) => callWith(server.address, credentials, path),
    faults: () => heard.splice(0),
    close: async () => {
      await browser.close();
      await server.remove();
    },
  };
}

async function openPage(browser: Browser, baseURL: string, look: Look, heard: string[]): Promise<Page> {
  const context = await browser.newContext({ ...contextOf(look), baseURL });
  context.setDefaultTimeout(15_000);
  followRequests(context);
  keepBelow(context.request, 'fetch', baseURL);
  const page = await context.newPage();
  keepBelow(page, 'goto', baseURL);
  page.on('pageerror', (error) => heard.push(`${page.url()}: ${error.message}`));
  page.on('console', (message) => {
    const text = message.text();
    if (message.type() === 'error' && text.includes('Content Security Policy'))
      heard.push(`${page.url()}: ${text}`);
  });
  return page;
}

/** Playwright takes `/keys` for a path of the host, whatever path the address of the server has. */
function keepBelow<Name extends 'fetch' | 'goto'>(
  target: { [name in Name]: (url: string, options?: object) => Promise<unknown> },
  name: Name,
  baseURL: string,
): void {
  if (testedBasePath === '') return;
  const send = target[name].bind(target);
  target[name] = (url, options) => send(url.startsWith('/') ? baseURL + url : url, options);
}
