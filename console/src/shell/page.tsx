import { Anchor, Box, Group, Stack, Text, Title } from '@mantine/core';
import { IconArrowLeft } from '@tabler/icons-react';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { Link, useLocation } from 'react-router';
import { brand } from '../look/brand';

export interface PageProps {
  /** The heading, and the name of the browser's tab. */
  readonly title: string;
  /** A quiet word beside the heading: what kind of thing this is. */
  readonly mark?: ReactNode;
  /** A sentence or two under the heading: what one does here. */
  readonly description?: ReactNode;
  /** The buttons at the top right; on a phone they stand under the heading. */
  readonly actions?: ReactNode;
  /** The page this one is a part of. */
  readonly back?: { readonly to: string; readonly label: string };
  readonly children: ReactNode;
}

/**
 * What every page is put in: heading, actions, the tab's title, and the focus on the heading when one arrives by a link, so
 * that a screen reader says where one is. Render it while loading too, with the loading state as its child: it takes the
 * focus once.
 */
export function Page({ title, mark, description, actions, back, children }: PageProps) {
  const heading = useFocusOnArrival();
  return (
    <Stack gap="lg">
      <title>{`${title} · ${brand().name}`}</title>
      <Stack gap="xs">
        {back !== undefined && (
          <Anchor component={Link} to={back.to} size="sm" w="fit-content">
            <Group component="span" gap={4} wrap="nowrap">
              <IconArrowLeft size={16} aria-hidden /> {back.label}
            </Group>
          </Anchor>
        )}
        <Group justify="space-between" align="flex-start" gap="md">
          <Group gap="sm">
            <Title order={1} size="h2" ref={heading} tabIndex={-1} className="kunci-heading">
              {title}
            </Title>
            {mark}
          </Group>
          {actions !== undefined && <Group gap="sm">{actions}</Group>}
        </Group>
        {description !== undefined && (
          <Text component="div" c="dimmed" maw="70ch">
            {description}
          </Text>
        )}
      </Stack>
      <Box>{children}</Box>
    </Stack>
  );
}

/** The first page of a visit leaves the focus where the browser puts it. */
function useFocusOnArrival() {
  const heading = useRef<HTMLHeadingElement>(null);
  const { key } = useLocation();
  // As the page was come to: a filter or another page of a list changes the address, and keeps the focus where it is.
  const [isFirst] = useState(key === 'default');
  useEffect(() => {
    if (!isFirst) heading.current?.focus({ preventScroll: true });
  }, [isFirst]);
  return heading;
}
