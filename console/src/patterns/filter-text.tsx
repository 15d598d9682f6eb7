import { TextInput } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { type CSSProperties, useEffect, useRef, useState } from 'react';

export interface FilterTextProps {
  readonly label: string;
  readonly placeholder: string | undefined;
  /** What the address says. */
  readonly value: string;
  readonly onChange: (value: string) => void;
  /** Takes text that must not get into an address: true when it did, and the field forgets it. */
  readonly intercept?: (text: string) => boolean;
  readonly style: CSSProperties;
}

const pauseMs = 300;

/** A text that filters once the typing pauses, or at Enter. */
export function FilterText({ value, onChange, intercept, ...rest }: FilterTextProps) {
  // What is typed and not in the address yet; null when there is nothing of it, so that Back is seen here at once.
  const [typed, setTyped] = useState<string | null>(null);
  const commit = useRef(onChange);

  useEffect(() => {
    commit.current = onChange;
  }, [onChange]);
  useEffect(() => {
    if (typed === null) return;
    const timer = setTimeout(() => {
      setTyped(null);
      if (typed.trim() !== value) commit.current(typed.trim());
    }, pauseMs);
    return () => clearTimeout(timer);
  }, [typed, value]);

  return (
    <TextInput
      {...rest}
      type="search"
      leftSection={<IconSearch size={16} aria-hidden />}
      value={typed ?? value}
      onChange={(event) => {
        const text = event.currentTarget.value;
        setTyped(intercept?.(text) === true ? null : text);
      }}
      onKeyDown={(event) => {
        if (event.key !== 'Enter' || typed === null) return;
        setTyped(null);
        onChange(typed.trim());
      }}
    />
  );
}
