import { Box, Text } from '@mantine/core';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { Result, ResultGroup } from './result';

interface FoundListProps {
  readonly id: string;
  readonly groups: readonly ResultGroup[];
  /** The result that Enter goes to. */
  readonly active: string | null;
  readonly onChoose: (to: string) => void;
}

/** The id of a result's element, which the field names as the active one. */
export function elementIdOf(listId: string, resultId: string): string {
  return `${listId}-${resultId.replaceAll(/[^\w-]/g, '-')}`;
}

/** What was found, by kind. */
export function FoundList({ id, groups, active, onChoose }: FoundListProps) {
  const { t } = useTranslation('find');
  if (groups.length === 0)
    return (
      <Text c="dimmed" mt="md" role="status">
        {t('nothing')}
      </Text>
    );
  return (
    <Box role="listbox" id={id} aria-label={t('found')} mt="sm" mah="50dvh" style={{ overflowY: 'auto' }}>
      {groups.map(({ heading, results }) => (
        <Box key={heading} role="group" aria-label={heading} mb="xs">
          <Text size="xs" fw={600} c="dimmed" px="xs" py={4} aria-hidden>
            {heading}
          </Text>
          {results.map((result) => (
            <Found
              key={result.id}
              elementId={elementIdOf(id, result.id)}
              result={result}
              isActive={result.id === active}
              onChoose={onChoose}
            />
          ))}
        </Box>
      ))}
    </Box>
  );
}

interface FoundProps extends Pick<FoundListProps, 'onChoose'> {
  readonly elementId: string;
  readonly result: Result;
  readonly isActive: boolean;
}

function Found({ elementId, result: { label, hint, to }, isActive, onChoose }: FoundProps) {
  const option = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (isActive) option.current?.scrollIntoView({ block: 'nearest' });
  }, [isActive]);
  return (
    <Box
      ref={option}
      id={elementId}
      role="option"
      aria-selected={isActive}
      px="xs"
      py={8}
      // The field keeps the focus.
      onMouseDown={(event) => event.preventDefault()}
      onClick={() => onChoose(to)}
      style={{
        cursor: 'pointer',
        borderRadius: 6,
        overflowWrap: 'anywhere',
        background: isActive ? 'var(--mantine-color-default-hover)' : undefined,
        boxShadow: isActive ? 'inset 2px 0 0 var(--mantine-primary-color-filled)' : undefined,
      }}
    >
      {label}
      {hint !== null && (
        <Text component="span" size="sm" c="dimmed" ff="monospace" ml="sm">
          {hint}
        </Text>
      )}
    </Box>
  );
}
