import type { Plugin } from 'vite';

/** What every page shows from its first word on. The letters of keys come a moment later, when there is one to show. */
const first = /\/geist-latin-wght-normal-[^/]+\.woff2$/;

/** Asks for the first font together with the script, and not only when a style has been read that names it. */
export function preloadFonts(): Plugin {
  return {
    name: 'preload-fonts',
    apply: 'build',
    transformIndexHtml: {
      order: 'post',
      handler: (_html, { bundle = {} }) =>
        Object.keys(bundle)
          .filter((file) => first.test(`/${file}`))
          .map((file) => ({
            tag: 'link',
            // Fonts are asked for without cookies, and a preload that differs would be another request.
            attrs: { rel: 'preload', as: 'font', type: 'font/woff2', crossorigin: '', href: `/${file}` },
            injectTo: 'head',
          })),
    },
  };
}
