import { Title } from '@mantine/core';
import { type ReactNode, useId } from 'react';

export interface Fact {
  readonly label: string;
  readonly value: ReactNode;
}

interface FactsProps {
  readonly title: string;
  readonly facts: readonly Fact[];
}

/** A part of what is known of this key: labels, and what is true. */
export function Facts({ title, facts }: FactsProps) {
  const id = useId();
  return (
    <section aria-labelledby={id} className="kunci-facts">
      <Title order={2} size="h4" id={id}>
        {title}
      </Title>
      <dl>
        {facts.map(({ label, value }) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
