/** What a request presents to prove who asks. Strategies read it; nothing has been checked yet. */
export type Presented =
  | { readonly kind: 'session'; readonly token: string }
  | { readonly kind: 'key'; readonly text: string; readonly username: string | null };
