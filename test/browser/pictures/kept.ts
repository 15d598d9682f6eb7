import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { PNG } from 'pngjs';
import { type Page } from 'playwright-core';
import { type Compared } from './compared';
import { measuresOf } from './measures';
import { smallPicture } from './small-picture';

/** What a page looks like: a picture, and the place, size and colours of everything in it. */
export interface Looks {
  readonly picture: PNG;
  readonly measures: string;
}

const folder = path.join(__dirname, 'compared');
const failures = path.join(__dirname, '../failures');

export async function looksOf(page: Page, { whole }: Pick<Compared, 'whole'>): Promise<Looks> {
  // The picture comes first: measures are of the page as it is drawn.
  const picture = await smallPicture(page, whole === true);
  return { picture, measures: await measuresOf(page) };
}

/** What is kept of a page; null where it has not been drawn yet. */
export function keptLooks({ name }: Compared): Looks | null {
  const file = path.join(folder, name);
  if (!existsSync(`${file}.txt`)) return null;
  return {
    picture: PNG.sync.read(readFileSync(`${file}.png`)),
    measures: readFileSync(`${file}.txt`, 'utf8'),
  };
}

/** Keeps what a page looks like now. */
export function keep({ name }: Compared, looks: Looks): void {
  write(path.join(folder, name), looks);
}

/** Lays what a page looks like now beside the other pictures of what failed. */
export function showFailure({ name }: Compared, looks: Looks): void {
  mkdirSync(failures, { recursive: true });
  write(path.join(failures, name), looks);
}

function write(file: string, { picture, measures }: Looks): void {
  writeFileSync(`${file}.png`, PNG.sync.write(picture, { deflateLevel: 9 }));
  writeFileSync(`${file}.txt`, measures);
}
