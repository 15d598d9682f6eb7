import { type Browser, chromium } from 'playwright-core';

/** Leads to this machine, but unlike `127.0.0.1` and `localhost` no browser counts it as secure. */
export const plainHost = 'kunci.test';

/** Everything that makes Chromium speak to anyone else than the server is off. */
const flags = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
  '--disable-quic',
  `--host-resolver-rules=MAP ${plainHost} 127.0.0.1`,
];

/**
 * Starts the Chromium that the run has found.
 *
 * @param more flags, for a browser that draws otherwise
 */
export function startBrowser(more: readonly string[] = []): Promise<Browser> {
  const executablePath = process.env['CHROMIUM'];
  if (executablePath === undefined) throw new Error('CHROMIUM is not set: npm run test:browser finds it.');
  return chromium.launch({ executablePath, args: [...flags, ...more], headless: true });
}
