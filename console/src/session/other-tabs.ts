// One channel for both directions: it does not hear itself.
const channel = new BroadcastChannel('kunci.session');

/** The cookie is one for all tabs: when one signs out or switches, the others must not go on showing the old company. */
export function tellOtherTabs(): void {
  channel.postMessage('changed');
}

/** @returns what stops the listening. */
export function onSessionChangedElsewhere(listener: () => void): () => void {
  channel.addEventListener('message', listener);
  return () => channel.removeEventListener('message', listener);
}
