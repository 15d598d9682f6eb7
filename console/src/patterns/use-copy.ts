import { useEffect, useState } from 'react';
import { copyText } from './copy-text';

export type CopyState = 'idle' | 'copied' | 'failed';

/** Text, or what fetches it when it is wanted; null when the user gave up on the way, at a step-up for one. */
export type CopySource = string | (() => Promise<string | null>);

const shownMs = 3_000;

/** Copies, and says for a moment how it went. */
export function useCopy(): { state: CopyState; copy: (source: CopySource) => Promise<boolean> } {
  const [state, setState] = useState<CopyState>('idle');
  const [turn, setTurn] = useState(0);

  useEffect(() => {
    if (turn === 0) return;
    const timer = setTimeout(() => setState('idle'), shownMs);
    return () => clearTimeout(timer);
  }, [turn]);

  async function copy(source: CopySource): Promise<boolean> {
    const outcome = await outcomeOf(source);
    setState(outcome);
    setTurn((last) => last + 1);
    return outcome === 'copied';
  }

  return { state, copy };
}

async function outcomeOf(source: CopySource): Promise<CopyState> {
  try {
    const text = typeof source === 'string' ? source : await source();
    if (text === null) return 'idle';
    return (await copyText(text)) ? 'copied' : 'failed';
  } catch {
    // Whoever fetches the text says why it could not be had; here it only was not copied.
    return 'failed';
  }
}
