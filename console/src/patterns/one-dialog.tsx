import {
  createContext,
  type ReactNode,
  use,
  useCallback,
  useId,
  useEffect,
  useMemo,
  useRef,
  useState,
} from 'react';
import { useWayBack } from './use-way-back';

interface OpenDialogs {
  /** In the order of their opening. */
  readonly ids: readonly string[];
  readonly add: (id: string) => () => void;
}

const OpenDialogs = createContext<OpenDialogs>({ ids: [], add: () => () => undefined });

export interface DialogPlace {
  /** Another one was opened on the way, and has its place until it closes. */
  readonly isBehind: boolean;
  /** It has the place of another one. */
  readonly isInFront: boolean;
}

// The focus trap of a dialog gives its last word within a task; then the focus is free.
const closedMs = 10;

/** Shows one dialog at a time: what asks in the middle of another takes its place, and gives it back. */
export function OneDialogAtATime({ children }: { readonly children: ReactNode }) {
  const [ids, setIds] = useState<readonly string[]>([]);
  const opened = useRef(new Set<string>());
  const goBack = useWayBack();

  const add = useCallback(
    (id: string) => {
      opened.current.add(id);
      setIds([...opened.current]);
      return () => {
        opened.current.delete(id);
        setIds([...opened.current]);
        setTimeout(() => opened.current.size === 0 && goBack(), closedMs);
      };
    },
    [goBack],
  );

  const value = useMemo(() => ({ ids, add }), [ids, add]);
  return <OpenDialogs value={value}>{children}</OpenDialogs>;
}

/** Where a dialog stands among those that are open. */
export function useDialogPlace(opened: boolean): DialogPlace {
  const id = useId();
  const { ids, add } = use(OpenDialogs);
  // Not a layout effect: those end and restart when something on the page waits for its code.
  useEffect(() => (opened ? add(id) : undefined), [opened, add, id]);
  return { isBehind: ids.includes(id) && ids.at(-1) !== id, isInFront: ids.indexOf(id) > 0 };
}
