import { useRef, useState } from 'react';

export interface Decision {
  readonly pending: boolean;
  /** Why it did not work the last time. */
  readonly failure: unknown;
  /** Acts, once: a second click before the first has ended does nothing. @returns what was thrown, or null. */
  readonly decide: (proof: string) => Promise<unknown>;
  readonly forget: () => void;
  /** Closes, unless it is under way: how it ended would go unseen. */
  readonly close: () => void;
}

/** What a dialog knows of the act it asks about. */
export function useDecision(act: (proof: string) => Promise<void> | void, onClose: () => void): Decision {
  const [pending, setPending] = useState(false);
  const [failure, setFailure] = useState<unknown>(null);
  const busy = useRef(false);
  const forget = () => setFailure(null);

  async function decide(proof: string): Promise<unknown> {
    if (busy.current) return null;
    busy.current = true;
    setPending(true);
    forget();
    const thrown = await thrownBy(() => act(proof));
    busy.current = false;
    setPending(false);
    setFailure(thrown);
    return thrown;
  }

  function close(): void {
    if (busy.current) return;
    forget();
    onClose();
  }

  return { pending, failure, decide, forget, close };
}

async function thrownBy(act: () => Promise<void> | void): Promise<unknown> {
  try {
    await act();
    return null;
  } catch (error) {
    return error ?? new Error('Thrown without a reason.');
  }
}
