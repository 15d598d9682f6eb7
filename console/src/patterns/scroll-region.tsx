import { Box, type BoxProps } from '@mantine/core';
import { type ReactNode, useEffect, useRef, useState } from 'react';

export interface ScrollRegionProps extends BoxProps {
  /** What is inside, for those who come to it by keyboard or screen reader. */
  readonly label: string;
  readonly children: ReactNode;
}

/** Scrolls sideways what is too wide. Only then is it a stop for the keyboard, which scrolls it with the arrow keys. */
export function ScrollRegion({ label, children, ...box }: ScrollRegionProps) {
  const ref = useRef<HTMLDivElement>(null);
  const [tooWide, setTooWide] = useState(false);

  useEffect(() => {
    const region = ref.current;
    if (region === null) return;
    const observer = new ResizeObserver(() => setTooWide(region.scrollWidth > region.clientWidth));
    for (const watched of [region, ...region.children]) observer.observe(watched);
    return () => observer.disconnect();
  }, []);

  const stop = tooWide ? ({ role: 'region', 'aria-label': label, tabIndex: 0 } as const) : {};
  return (
    <Box ref={ref} className="mantine-focus-auto" {...box} {...stop} style={{ overflowX: 'auto' }}>
      {children}
    </Box>
  );
}
