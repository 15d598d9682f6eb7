import { type Page } from 'playwright-core';

/**
 * What is drawn on a page, one line each, in the order of the page: what it is, its colours and its letters, and where it lies and how
 * large it is (`@ left top width height`, in pixels, from the corner of what it lies in, which is one level less indented).
 *
 *     button "Create a key" color #ffffff ground #0f4c5c font 14/550 @ 1024 12 132 34
 */
export function measuresOf(page: Page): Promise<string> {
  return page.evaluate(() => {
    type Box = Pick<DOMRect, 'left' | 'top' | 'width' | 'height'>;
    const lines: string[] = [];
    const canvas = new OffscreenCanvas(1, 1).getContext('2d', { willReadFrequently: true });

    const known = new Map<string, string | null>();
    const hex = (color: string): string | null => {
      const before = known.get(color);
      if (before !== undefined) return before;
      const drawn = drawnHex(color);
      known.set(color, drawn);
      return drawn;
    };
    const drawnHex = (color: string): string | null => {
      if (canvas === null) throw new Error('This browser draws nothing.');
      canvas.clearRect(0, 0, 1, 1);
      canvas.fillStyle = color;
      canvas.fillRect(0, 0, 1, 1);
      const [red = 0, green = 0, blue = 0, alpha = 0] = canvas.getImageData(0, 0, 1, 1).data;
      if (alpha === 0) return null;
      const parts = alpha === 255 ? [red, green, blue] : [red, green, blue, alpha];
      return `#${parts.map((part) => part.toString(16).padStart(2, '0')).join('')}`;
    };
    const edgeOf = (style: CSSStyleDeclaration): string | null => {
      const sides = (['top', 'right', 'bottom', 'left'] as const).map((side) => {
        const widthPx = parseFloat(style.getPropertyValue(`border-${side}-width`));
        const color = hex(style.getPropertyValue(`border-${side}-color`));
        return widthPx === 0 || color === null ? '0' : `${widthPx} ${color}`;
      });
      if (sides.every((side) => side === '0')) return null;
      return new Set(sides).size === 1 ? (sides[0] ?? null) : sides.join(', ');
    };
    const written = (element: Element): Text[] =>
      [...element.childNodes].filter(
        (node): node is Text => node instanceof Text && (node.nodeValue ?? '').trim() !== '',
      );
    const at = (box: Box, within: Box): string => {
      const { left, top, width, height } = box;
      const numbers = [left - within.left, top - within.top, width, height];
      return `@ ${numbers.map((number) => String(Math.round(number))).join(' ')}`;
    };
    const say = (depth: number, parts: readonly (string | null)[]): void => {
      lines.push('  '.repeat(depth) + parts.filter((part) => part !== null).join(' '));
    };
    const lookOf = (element: Element, style: CSSStyleDeclaration): (string | null)[] => {
      const [ground, edge] = [hex(style.backgroundColor), edgeOf(style)];
      const isSvg = element instanceof SVGElement;
      return [
        ground === null ? null : `ground ${ground}`,
        edge === null ? null : `edge ${edge}`,
        isSvg ? `color ${hex(style.color) ?? 'none'}` : null,
        ground === null && edge === null ? null : `round ${style.borderRadius}`,
        style.boxShadow === 'none' ? null : 'shadow',
      ];
    };
    const isField = (element: Element): boolean => element.matches('input, textarea, select, img, svg');
    const isHidden = (element: Element, style: CSSStyleDeclaration): boolean =>
      style.visibility === 'hidden' ||
      style.opacity === '0' ||
      style.clipPath !== 'none' ||
      element.getClientRects().length === 0 ||
      // Where a library sets a word only to see how long it is.
      element.getBoundingClientRect().right < -1000 ||
      element.getBoundingClientRect().bottom + window.scrollY < -1000;

    const sayText = (
      texts: readonly Text[],
      style: CSSStyleDeclaration,
      within: Box,
      depth: number,
    ): void => {
      for (const text of texts) {
        const range = document.createRange();
        range.selectNodeContents(text);
        const words = (text.nodeValue ?? '').trim().replaceAll(/\s+/g, ' ').slice(0, 40);
        const font = `font ${parseFloat(style.fontSize)}/${style.fontWeight}`;
        const color = `color ${hex(style.color) ?? 'none'}`;
        say(depth, [`"${words}"`, color, font, at(range.getBoundingClientRect(), within)]);
      }
    };
    const look = (element: Element, within: Box, depth: number): void => {
      const style = getComputedStyle(element);
      if (style.display !== 'contents' && isHidden(element, style)) return;
      const box = element.getBoundingClientRect();
      const drawn = lookOf(element, style);
      const shows = isField(element) || drawn.some((part) => part !== null);
      if (shows) say(depth, [element.localName, ...drawn, at(box, within)]);
      const [inside, deeper] = shows ? [box, depth + 1] : [within, depth];
      sayText(written(element), style, inside, deeper);
      if (element.localName === 'svg' || element.localName === 'select') return;
      for (const child of element.children) look(child, inside, deeper);
    };

    look(document.body, { left: 0, top: -window.scrollY, width: 0, height: 0 }, 0);
    return `${lines.join('\n')}\n`;
  });
}
