import { basePath } from '../api/base-path';

/** Who runs this console, as its pages show it. */
export interface Brand {
  readonly name: string;
  readonly logo: Logo;
}

export interface Logo {
  readonly src: string;
  readonly width: number;
  readonly height: number;
}

const ours: Logo = { src: '/favicon.svg', width: 28, height: 28 };

/** In what is drawn when the console is built, for the server to replace. Nobody's name has these characters. */
export const placeholder: Brand = { name: '\uE000brand\uE000', logo: { ...ours, src: '\uE000logo\uE000' } };

/** What the server has put into the page (src/console-host/branded-page.ts), or our own name and mark. */
export function brand(): Brand {
  if (import.meta.env.SSR) return placeholder;
  const meta = document.querySelector<HTMLMetaElement>('meta[name="kunci-brand"]');
  const mark = { ...ours, src: basePath() + ours.src };
  if (meta === null) return { name: 'Kunci', logo: mark };
  const { logo, width, height } = meta.dataset;
  return {
    name: meta.content,
    logo: logo === undefined ? mark : { src: logo, width: Number(width), height: Number(height) },
  };
}
