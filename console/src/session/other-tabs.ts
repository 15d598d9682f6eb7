import { basePath } from '../api/base-path';

// One channel for both directions: it does not hear itself. Another Kunci below another path of this host has one of its own.
const channel = new BroadcastChannel(`kunci.session${basePath()}`);

/** The cookie is one for all tabs: when one signs out or switches, the others must not go on showing the old company. */
export function tellOtherTabs(): void {
  channel.postMessage('changed');
}

/** @returns what stops the listening. */
export function onSessionChangedElsewhere(listener: () => void): () => void {
  channel.addEventListener('message', listener);
  return () => channel.removeEventListener('message', listener);
}
