import { Dialog, type DialogProps } from '../patterns/dialog';
import { useLeave } from '../patterns/leave-guard';

/** A dialog around a form: Esc and a click beside it ask, while the form holds what `useUnsavedGuard` says would be lost. */
export function FormDialog({ onClose, ...rest }: DialogProps) {
  const leave = useLeave();
  // A moment later: Esc goes to every dialog in turn, and must not answer the question that it asks.
  return <Dialog {...rest} onClose={() => void setTimeout(() => leave(onClose))} />;
}
