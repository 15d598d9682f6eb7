import { lazy, type ReactNode, useState } from 'react';
import { loadPart } from './load-part';

type Part<Props> = (props: Props) => ReactNode;

/** A component whose code is loaded when it is first drawn, or earlier by `load`. */
export type LazyPart<Props> = Part<Props> & { readonly load: () => Promise<void> };

/**
 * A component whose code is loaded when it is first drawn. It waits for a lost server; any other failure throws.
 *
 * Once its code is there it is drawn at once. A plain `lazy` waits even then, and whatever stands in for it stays on the screen for
 * 300 ms: React lets no two replacements follow each other faster.
 */
export function lazyPart<Props extends object>(
  load: () => Promise<{ default: Part<Props> }>,
): LazyPart<Props> {
  let loaded: Part<Props> | null = null;
  const loadOnce = async () => {
    const part = await loadPart(load);
    loaded = part.default;
    return part;
  };
  const Later: Part<Props> = lazy(loadOnce);

  function DrawnPart(props: Props) {
    // Chosen once: another component in its place would begin with an empty state.
    const [Chosen] = useState<Part<Props>>(() => loaded ?? Later);
    return <Chosen {...props} />;
  }
  const ahead = async (): Promise<void> => {
    await loadOnce();
  };
  return Object.assign(DrawnPart, { load: ahead });
}
