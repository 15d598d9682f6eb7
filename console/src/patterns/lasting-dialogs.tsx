import {
  createContext,
  Fragment,
  type ReactNode,
  Suspense,
  use,
  useCallback,
  useEffect,
  useEffectEvent,
  useId,
  useRef,
  useState,
} from 'react';
import { TimeZoneContext } from './time-zone';

/** Puts a dialog above the pages, or takes it away with null. */
type Put = (id: string, dialog: ReactNode | null) => void;

const LastingDialogs = createContext<Put>(() => undefined);

/**
 * Holds the dialogs that outlive their page. What is shown only once must not go with it: the session may end on another
 * device while it is on the screen, or what the person may do may change.
 */
export function LastingDialogsHolder({ children }: { readonly children: ReactNode }) {
  const [dialogs, setDialogs] = useState<ReadonlyMap<string, ReactNode>>(new Map());
  const put = useCallback<Put>((id, dialog) => {
    setDialogs((before) => {
      const after = new Map(before);
      if (dialog === null) after.delete(id);
      else after.set(id, dialog);
      return after;
    });
  }, []);
  return (
    <LastingDialogs value={put}>
      {children}
      <Suspense fallback={null}>
        {[...dialogs].map(([id, dialog]) => (
          <Fragment key={id}>{dialog}</Fragment>
        ))}
      </Suspense>
    </LastingDialogs>
  );
}

export interface LastingDialogProps {
  readonly opened: boolean;
  readonly onClose: () => void;
  /** The dialog, with what closes it. It stands outside of the session: what it has to say of that, it is given. */
  readonly children: (close: () => void) => ReactNode;
}

/** A dialog that stays until it is closed, whatever becomes of the page that has opened it. */
export function LastingDialog({ opened, onClose, children }: LastingDialogProps) {
  const put = use(LastingDialogs);
  const timeZone = use(TimeZoneContext);
  const id = useId();
  const isPageGone = useRef(false);
  const isClosed = useRef(false);
  const close = (): void => {
    isClosed.current = true;
    onClose();
    // Nobody else takes it away then.
    if (isPageGone.current) put(id, null);
  };
  // Drawn again with every change of the page.
  useEffect(() => {
    if (!opened) isClosed.current = false;
    put(id, <TimeZoneContext value={timeZone}>{children(close)}</TimeZoneContext>);
  });
  const leave = useEffectEvent(() => {
    if (!opened || isClosed.current) put(id, null);
  });
  useEffect(() => {
    isPageGone.current = false;
    return () => {
      isPageGone.current = true;
      leave();
    };
  }, []);
  return null;
}
