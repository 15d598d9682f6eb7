import { type BrowserContextOptions, type Page } from 'playwright-core';

export const themes = ['light', 'dark'] as const;
export const languages = ['en', 'id'] as const;
export const widths = [1280, 375] as const;

/** How someone looks at the console: what their system prefers, and how wide their screen is. */
export interface Look {
  readonly theme: (typeof themes)[number];
  readonly language: (typeof languages)[number];
  readonly width: (typeof widths)[number];
  /** Where they are; in Jakarta, where nothing else is said. */
  readonly timeZone?: string;
}

export const onALaptop: Look = { theme: 'light', language: 'en', width: 1280 };

/** The same on a phone: narrow, and touched. */
export function asPhone(look: Look = onALaptop): Look {
  return { ...look, width: 375 };
}

/** Every way to look at a page, as `describe.each` wants it: `[light, en, 1280] … [dark, id, 375]`. */
export const allLooks: readonly Look[] = themes.flatMap((theme) =>
  languages.flatMap((language) => widths.map((width) => ({ theme, language, width }))),
);

/** The settings that give a browser this look. */
export function contextOf({
  theme,
  language,
  width,
  timeZone = 'Asia/Jakarta',
}: Look): BrowserContextOptions {
  return {
    colorScheme: theme,
    locale: language === 'id' ? 'id-ID' : 'en-GB',
    viewport: { width, height: heightOf(width) },
    ...(width === 375 ? { hasTouch: true, isMobile: true, deviceScaleFactor: 2 } : {}),
    reducedMotion: 'reduce',
    timezoneId: timeZone,
  };
}

/** Turns an open page to another theme, as when the system's changes; what is open stays open. Waits until it has turned. */
export async function setTheme(page: Page, theme: Look['theme']): Promise<void> {
  await page.emulateMedia({ colorScheme: theme });
  await page.waitForFunction(
    (name) => getComputedStyle(document.documentElement).colorScheme === name,
    theme,
  );
}

/** Makes an open page as wide or narrow; what is open stays open. */
export async function setWidth(page: Page, width: Look['width']): Promise<void> {
  await page.setViewportSize({ width, height: heightOf(width) });
}

function heightOf(width: Look['width']): number {
  return width === 375 ? 812 : 800;
}
