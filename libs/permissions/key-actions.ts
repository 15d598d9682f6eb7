/** What can be done to a key of any kind. Signing in is not among them: only a personal key can be used for that. */
export const keyActions = ['read', 'generate', 'update', 'reveal', 'rotate', 'revoke'] as const;

export type KeyAction = (typeof keyActions)[number];
