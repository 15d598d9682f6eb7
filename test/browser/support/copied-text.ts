import { type Page } from 'playwright-core';

/**
 * What was copied last, as someone finds out who pastes it elsewhere. It needs no `navigator.clipboard`, so it works on an
 * origin that is not secure, too.
 */
export async function copiedText(page: Page): Promise<string> {
  const elsewhere = await page.context().newPage();
  try {
    await elsewhere.setContent('<textarea></textarea>');
    await elsewhere.locator('textarea').focus();
    await elsewhere.keyboard.press('ControlOrMeta+V');
    return await elsewhere.locator('textarea').inputValue();
  } finally {
    await elsewhere.close();
    await page.bringToFront();
  }
}
