/**
 * Puts text on the clipboard, also where the page came over plain `http://` and the browser offers no clipboard.
 * @returns whether it is there now.
 */
export async function copyText(text: string): Promise<boolean> {
  if (!window.isSecureContext) return copyBySelection(text);
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    // Refused by a permission or a policy; the old way may still be open.
    return copyBySelection(text);
  }
}

/** Stands beside what has the focus: anywhere else it would leave the dialog, and what hides on blur would hide. */
function copyBySelection(text: string): boolean {
  const focused = document.activeElement instanceof HTMLElement ? document.activeElement : null;
  const field = invisibleField(text);
  (focused?.parentElement ?? document.body).append(field);
  field.select();
  // eslint-disable-next-line @typescript-eslint/no-deprecated -- on plain http there is no other way
  const copied = document.execCommand('copy');
  // In this order: a field that goes while it has the focus takes the focus along.
  focused?.focus({ preventScroll: true });
  field.remove();
  return copied;
}

function invisibleField(text: string): HTMLTextAreaElement {
  const field = document.createElement('textarea');
  field.value = text;
  field.readOnly = true;
  field.tabIndex = -1;
  Object.assign(field.style, { position: 'fixed', top: '0', left: '0', opacity: '0', pointerEvents: 'none' });
  return field;
}
