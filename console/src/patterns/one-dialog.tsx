import {
  createContext,
  type ReactNode,
  use,
  useCallback,
  useId,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
} from 'react';

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
  const origin = useRef<Element | null>(null);

  const add = useCallback((id: string) => {
    if (opened.current.size === 0) origin.current = document.activeElement;
    opened.current.add(id);
    setIds([...opened.current]);
    return () => {
      opened.current.delete(id);
      setIds([...opened.current]);
      setTimeout(() => opened.current.size === 0 && giveFocusBack(origin.current), closedMs);
    };
  }, []);

  const value = useMemo(() => ({ ids, add }), [ids, add]);
  return <OpenDialogs value={value}>{children}</OpenDialogs>;
}

/** Where a dialog stands among those that are open. */
export function useDialogPlace(opened: boolean): DialogPlace {
  const id = useId();
  const { ids, add } = use(OpenDialogs);
  // Before it is painted: two are not seen at once.
  useLayoutEffect(() => (opened ? add(id) : undefined), [opened, add, id]);
  return { isBehind: ids.includes(id) && ids.at(-1) !== id, isInFront: ids.indexOf(id) > 0 };
}

/** To where it came from before the first dialog, unless what has closed the last put it somewhere itself. */
function giveFocusBack(origin: Element | null): void {
  const now = document.activeElement;
  const isLost = now === null || now === document.body || now.closest('[role="dialog"]') !== null;
  if (isLost && origin instanceof HTMLElement) origin.focus({ preventScroll: true });
}
