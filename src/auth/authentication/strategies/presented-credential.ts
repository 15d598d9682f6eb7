/** The credential of a request as a strategy read it. Nothing has been checked yet. */
export type PresentedCredential = { readonly kind: 'session'; readonly token: string } | PresentedKey;

export interface PresentedKey {
  readonly kind: 'key';
  readonly text: string;
  readonly username: string | null;
}
