import type { ReactNode } from 'react';

export interface KeyObjectProps {
  /** The key, or what stands for it while it is hidden. */
  readonly children: ReactNode;
  /** The eye and the copy button. */
  readonly acts?: ReactNode;
  /** A `KeyLife`. */
  readonly life?: ReactNode;
}

/** The one look of a key, wherever it is shown: on a tinted strip what it is and what one does with it, and beneath it its life. */
export function KeyObject({ children, acts, life }: KeyObjectProps) {
  return (
    <div className="kunci-key">
      <div className="kunci-key-strip">
        {children}
        {acts !== undefined && <div className="kunci-key-acts">{acts}</div>}
      </div>
      {life}
    </div>
  );
}
