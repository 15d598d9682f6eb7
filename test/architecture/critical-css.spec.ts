interface CriticalCss {
  criticalCss(css: string, html: string): string;
}

const { criticalCss } = jest.requireActual<CriticalCss>('../../tools/console/critical-css.cjs');

const html = '<div class="a b" data-size="sm"><p>Text</p></div>';

function kept(css: string): string {
  return criticalCss(css, html).replaceAll(/\s+/g, '');
}

describe('the styles of the page for signing in', () => {
  it.each([
    '.a{color:red}',
    '.a.b>p{color:red}',
    ':root{--x:1}',
    ":root[data-mantine-color-scheme='dark']{--x:2}",
    ".a[data-size='sm']{color:red}",
    '.a:not(.z,[data-off]):hover{color:red}',
    '@media(width>1px){.b{color:red}}',
    "@font-face{font-family:'F';src:url(f.woff2)}",
    '.a{animation:turn1s}@keyframesturn{from{opacity:0}}',
  ])('are what it could match: %s', (css) => {
    expect(kept(css.replace('turn1s', 'turn 1s').replace('keyframesturn', 'keyframes turn'))).toBe(css);
  });

  it.each([
    '.z{color:red}',
    '.a .z{color:red}',
    'table{color:red}',
    '.a[data-off]{color:red}',
    '@media(width>1px){.z{color:red}}',
    '@keyframes turn{from{opacity:0}}',
    '/* a comment */',
  ])('are nothing else: %s', (css) => {
    expect(kept(css)).toBe('');
  });

  it('are the part of a rule that could match', () => {
    expect(kept('.a,.z,table{color:red}')).toBe('.a{color:red}');
  });
});
