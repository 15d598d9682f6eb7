import { useState } from 'react';
import { answerOf, api } from '../../api/client';
import { type SendOptions, useCommand } from '../../api/use-command';
import { passwordResetLink } from '../../session/links';
import type { OnceLink } from '../users/link-once-dialog';

/** A link by which somebody chooses another password. It is only here, until it is forgotten. */
export function useResetLink() {
  const [link, setLink] = useState<(OnceLink & { readonly username: string }) | null>(null);
  const { run, problem } = useCommand({
    send: (username: string, { headers }: SendOptions) =>
      answerOf(api.POST('/api/v1/password-resets', { body: { username }, headers })),
    onDone: ({ token, expiresAt }, username) =>
      setLink({ url: passwordResetLink(token), expiresAt, username }),
  });
  return { run, problem, link, forget: () => setLink(null) };
}
