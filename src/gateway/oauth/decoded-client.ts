interface Presented {
  readonly text: string;
  readonly username: string | null;
}

/** The characters that form-encoding leaves. What has others, like an address of mail with its @, was not encoded. */
const encoded = /^[A-Za-z0-9*\-._+%~!'()]*$/;

/**
 * The credentials of `Authorization: Basic`, which OAuth form-encodes first (RFC 6749, 2.3.1) and everybody else sends as they are.
 * @param presented as read; a key that stands alone is never encoded.
 */
export function decodedClient({ text, username }: Presented): Presented {
  return username === null ? { text, username } : { text: decoded(text), username: decoded(username) };
}

function decoded(sent: string): string {
  if (!encoded.test(sent)) return sent;
  try {
    return decodeURIComponent(sent.replaceAll('+', ' '));
  } catch {
    // A sign of percent that encodes nothing belongs to the text.
    return sent;
  }
}
