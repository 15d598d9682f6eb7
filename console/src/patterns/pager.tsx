import { Button, Group, NativeSelect, Text } from '@mantine/core';
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
  /** What is said of the page instead of its number: "21–40 of 301". */
  readonly told?: string;
  /** Where one may choose how many rows a page has. */
  readonly size?: PageSize;
}

export interface PageSize {
  readonly now: number;
  readonly sizes: readonly number[];
  readonly onChange: (size: number) => void;
}

export interface PagerProps {
  /** What is paged. */
  readonly caption: string;
  readonly paging: Paging;
  readonly loading: boolean;
}

/** Previous and next. A button that leads nowhere stays where it is, so that nobody's focus is lost by the last page. */
export function Pager({ caption, paging, loading }: PagerProps) {
  const { t } = useTranslation('patterns');
  const { page, onPrevious, onNext, told, size } = paging;
  if (onPrevious === null && onNext === null && told === undefined) return null;
  return (
    <Group component="nav" aria-label={t('pagesOf', { caption })} justify="flex-end" gap="sm">
      <Text size="sm" role="status" {...(told === undefined ? {} : { mr: 'auto' })}>
        {told ?? t('page', { page })}
      </Text>
      {size !== undefined && <SizeSelect {...size} />}
      <Turn onTurn={loading ? null : onPrevious} leftSection={<IconChevronLeft size={18} aria-hidden />}>
        {t('previous')}
      </Turn>
      <Turn onTurn={loading ? null : onNext} rightSection={<IconChevronRight size={18} aria-hidden />}>
        {t('next')}
      </Turn>
    </Group>
  );
}

function SizeSelect({ now, sizes, onChange }: PageSize) {
  const { t } = useTranslation('patterns');
  return (
    <NativeSelect
      aria-label={t('pageSize')}
      w="auto"
      value={String(now)}
      data={sizes.map((rows) => ({ value: String(rows), label: t('rowsAPage', { rows }) }))}
      onChange={(event) => onChange(Number(event.currentTarget.value))}
    />
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
