import { pageBelow } from './branded-page';

const page = `<!doctype html>
<html lang="en">
  <head>
    <link rel="icon" href="/favicon.svg" type="image/svg+xml" />
    <meta name="kunci-brand" content="/Acme/" data-logo="/brand/0a.svg" data-width="10" />
    <style>@font-face{src:url(/assets/geist.woff2)}b{background:url("data:image/svg+xml,/x")}</style>
    <script type="module" crossorigin src="/assets/main-4f2a.js"></script>
  </head>
  <body><a href="/sign-up">/sign-up</a><a href="//elsewhere.test">x</a><a href="#main">y</a></body>
</html>`;

describe('the page of a server below a path', () => {
  it('loads everything from there, and nothing else in it changes', () => {
    const expected = page
      .replaceAll('="/favicon', '="/kunci/favicon')
      .replace('="/brand', '="/kunci/brand')
      .replace('url(/assets', 'url(/kunci/assets')
      .replace('src="/assets', 'src="/kunci/assets')
      .replace('href="/sign-up', 'href="/kunci/sign-up')
      .replace('</head>', '<meta name="kunci-base" content="/kunci" /></head>');
    expect(pageBelow('/kunci', page)).toBe(expected);
  });

  it('stays as it is where there is no path', () => {
    expect(pageBelow('', page)).toBe(page);
  });
});
