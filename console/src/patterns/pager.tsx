import { Button, Group, Text } from '@mantine/core';
import { IconChevronLeft, IconChevronRight } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

/** Where one can turn to from this page. */
export interface Paging {
  /** Counted from 1. */
  readonly page: number;
  /** Null on the first page. */
  readonly onPrevious: (() => void) | null;
  /** Null on the last page. */
  readonly onNext: (() => void) | null;
}

export interface PagerProps {
  /** What is paged. */
  readonly caption: string;
  readonly paging: Paging;
  readonly loading: boolean;
}

/** Previous and next. A button that leads nowhere stays where it is, so that nobody's focus is lost by the last page. */
export function Pager({ caption, paging: { page, onPrevious, onNext }, loading }: PagerProps) {
  const { t } = useTranslation('patterns');
  if (onPrevious === null && onNext === null) return null;
  return (
    <Group component="nav" aria-label={t('pagesOf', { caption })} justify="flex-end" gap="sm">
      <Text size="sm" role="status">
        {t('page', { page })}
      </Text>
      <Turn onTurn={loading ? null : onPrevious} leftSection={<IconChevronLeft size={18} aria-hidden />}>
        {t('previous')}
      </Turn>
      <Turn onTurn={loading ? null : onNext} rightSection={<IconChevronRight size={18} aria-hidden />}>
        {t('next')}
      </Turn>
    </Group>
  );
}

interface TurnProps {
  readonly onTurn: (() => void) | null;
  readonly leftSection?: ReactNode;
  readonly rightSection?: ReactNode;
  readonly children: string;
}

function Turn({ onTurn, ...rest }: TurnProps) {
  const off = onTurn === null;
  return (
    <Button
      {...rest}
      variant="default"
      aria-disabled={off}
      data-disabled={off || undefined}
      onClick={() => onTurn?.()}
    />
  );
}
