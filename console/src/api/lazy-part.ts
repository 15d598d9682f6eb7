import { type ComponentType, lazy, type LazyExoticComponent } from 'react';
import { loadPart } from './load-part';

/** A component whose code is loaded when it is first drawn. It waits for a lost server; any other failure throws. */
// Of any props: those of the component are checked where it is used.
// eslint-disable-next-line @typescript-eslint/no-explicit-any
export function lazyPart<Part extends ComponentType<any>>(
  load: () => Promise<{ default: Part }>,
): LazyExoticComponent<Part> {
  return lazy(() => loadPart(load));
}
