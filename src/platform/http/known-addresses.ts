import { type RouteOptions } from 'fastify';

interface Pattern {
  readonly matches: RegExp;
  readonly methods: Set<string>;
}

/**
 * Which methods each address of this server takes, learned from its routes. The router only knows that there is no route for
 * this method *and* this address; a client wants to know which of the two is wrong.
 */
export class KnownAddresses {
  private readonly byText = new Map<string, Set<string>>();
  private readonly byPattern = new Map<string, Pattern>();

  /** A hook for `onRoute`. Routes that answer for whatever has no other, `*`, do not make an address known. */
  learn({ url, method }: Pick<RouteOptions, 'url' | 'method'>): void {
    if (url.includes('*')) return;
    const methods = url.includes(':') ? this.patternOf(url).methods : this.textOf(url);
    for (const each of [method].flat()) methods.add(each.toUpperCase());
  }

  /** @returns the methods of `path`, in the order of their names; none where there is no such address. */
  methodsOf(path: string): string[] {
    const decoded = decode(path);
    const found = [...this.byPattern.values()].filter(({ matches }) => matches.test(decoded));
    const all = [...(this.byText.get(decoded) ?? []), ...found.flatMap(({ methods }) => [...methods])];
    return [...new Set(all)].sort();
  }

  private textOf(url: string): Set<string> {
    const methods = this.byText.get(url) ?? new Set<string>();
    this.byText.set(url, methods);
    return methods;
  }

  private patternOf(url: string): Pattern {
    const source = url.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replace(/:[^/]+/g, '[^/]+');
    const pattern = this.byPattern.get(url) ?? { matches: new RegExp(`^${source}$`), methods: new Set() };
    this.byPattern.set(url, pattern);
    return pattern;
  }
}

/** As the router does it; what cannot be decoded is no address. */
function decode(path: string): string {
  try {
    return decodeURI(path);
  } catch {
    return '';
  }
}
