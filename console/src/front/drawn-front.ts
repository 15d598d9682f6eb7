import { useEffectEvent, useLayoutEffect } from 'react';

/**
 * The form for signing in came with the page, drawn by the server, and may have been used before React was there: what was
 * typed, where the focus was, and which button was pressed go over to React's own. Without such a form this does nothing.
 *
 * @param setValue puts a text into the field of this name
 */
export function useDrawnForm(setValue: (name: string, value: string) => void): void {
  const take = useEffectEvent(() => takeOver(setValue));
  useLayoutEffect(() => take(), []);
}

/** What is drawn now is shown in place of the form that came with the page. */
export function useNoDrawnFront(): void {
  useLayoutEffect(() => drawnFront()?.remove(), []);
}

/** Whether companies can sign up here, as the page that came says; undefined where it came without the form for signing in. */
export function drawnSignUp(): { readonly open: boolean } | undefined {
  const front = drawnFront();
  return front === null ? undefined : { open: front.querySelector('a[href$="/sign-up"]') !== null };
}

function drawnFront(): HTMLElement | null {
  return document.getElementById('front');
}

function takeOver(setValue: (name: string, value: string) => void): void {
  const front = drawnFront();
  if (front === null) return;
  const fields = [...front.querySelectorAll('input')];
  const focused = fields.find((field) => field === document.activeElement);
  const selected = focused === undefined ? null : ([focused.selectionStart, focused.selectionEnd] as const);
  const { pressed } = front.dataset;
  for (const { name, value } of fields) if (value !== '') setValue(name, value);
  // React's form is hidden while the other one is there, and what is hidden takes no focus.
  front.remove();
  const own = focused && document.querySelector<HTMLInputElement>(`#root input[name="${focused.name}"]`);
  own?.focus();
  if (selected !== null) own?.setSelectionRange(...selected);
  if (pressed !== undefined) press(Number(pressed));
}

/** React's form has the same buttons in the same order. Once the effects of all parts have run, they all work. */
function press(index: number): void {
  setTimeout(() => document.querySelectorAll<HTMLElement>('.kunci-front button')[index]?.click());
}
