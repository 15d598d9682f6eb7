import { defineConfig } from 'vite';
import { withoutBarrels } from './barrels.mjs';
import { frontStrings } from './front-strings.mjs';
import { preloadFonts } from './preload-fonts.mjs';

/** Where the development server finds the API. */
const { PORT, CONSOLE_PORT } = process.env;
const server = { target: `http://127.0.0.1:${PORT || '3000'}`, changeOrigin: false };
const served = ['/api', '/core', '/docs', '/openapi.json', '/health'];

/** Two files of strings for each language: those of the front door, and those that come with the frame around the pages. */
function stringsFile(file: string): string | null {
  const [, language, namespace] = /\/locales\/(\w+)\/([\w-]+)\.json$/.exec(file) ?? [];
  if (language === undefined) return null;
  return frontStrings.some((front) => front === namespace)
    ? `front-strings-${language}`
    : `strings-${language}`;
}

export default defineConfig({
  root: import.meta.dirname,
  // Parts find each other by where they lie themselves, so that one build does for a server at any path; the page is made absolute
  // afterwards (tools/console/finish-build.cjs), and the server adds its path.
  base: './',
  plugins: [withoutBarrels(), preloadFonts()],
  build: {
    outDir: '../dist/console',
    emptyOutDir: true,
    // Without it Vite puts small files into the page as data: addresses, which the content policy refuses.
    assetsInlineLimit: 0,
    // Its script would be inline; every browser that runs the console knows module preloading.
    modulePreload: { polyfill: false },
    // Mantine marks its files for servers that render; nothing is rendered here but in the browser.
    rolldownOptions: {
      output: {
        codeSplitting: { groups: [{ name: stringsFile, debugName: 'strings', test: /\/locales\// }] },
      },
      onwarn: (warning, warn) => {
        if (warning.code !== 'MODULE_LEVEL_DIRECTIVE') warn(warning);
      },
    },
  },
  server: {
    // By address: where `localhost` is ::1 first, Vite would listen there only.
    host: '127.0.0.1',
    port: Number(CONSOLE_PORT || '5173'),
    proxy: Object.fromEntries(served.map((path) => [path, server])),
  },
});
