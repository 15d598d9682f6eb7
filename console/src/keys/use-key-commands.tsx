import type { ReactNode } from 'react';
import type { KeyCommand } from './key-commands';
import type { Key } from './key';
import { useEnabling } from './use-enabling';
import { useEnding } from './use-ending';
import { useRotate } from './use-rotate';

export interface KeyCommands {
  /** Begins an act: asks what there is to ask. */
  readonly begin: (act: KeyCommand, key: Key) => void;
  /** Says what was done last. */
  readonly notices: ReactNode;
  /** To be rendered, once. */
  readonly dialogs: ReactNode;
  /** Takes the notices away, where something newer is to be told. */
  readonly forget: () => void;
}

/** Everything that can be done to a key in a list, with its questions and its receipts. */
export function useKeyCommands(): KeyCommands {
  const ending = useEnding();
  const enabling = useEnabling();
  const rotation = useRotate();
  const forget = (): void => {
    ending.forget();
    enabling.forget();
  };
  const begin = (act: KeyCommand, key: Key): void => {
    forget();
    if (act === 'rotate') rotation.ask(key);
    else if (act === 'enable') enabling.ask(key);
    else ending.ask(key, act);
  };
  return {
    begin,
    forget,
    notices: (
      <>
        {ending.notice}
        {enabling.notice}
      </>
    ),
    dialogs: (
      <>
        {ending.dialog}
        {enabling.dialogs}
        {rotation.dialogs}
      </>
    ),
  };
}
