import { Box, Button, Group, Stack, Text } from '@mantine/core';
import { IconChevronDown, IconChevronRight } from '@tabler/icons-react';
import { type ReactNode, Suspense, useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { lazyPart } from '../api/lazy-part';
import { LoadingState } from '../patterns/loading-state';
import type { KeyValues } from './fields/key-values';
import type { LimitFieldsProps } from './fields/limit-fields';

const LimitFields = lazyPart(() => import('./fields/limit-fields'));

const within: readonly (keyof KeyValues)[] = [
  ...(['permissions', 'environment', 'allowedAddresses'] as const),
  ...(['rateLimits', 'quota', 'description'] as const),
];

interface LimitFoldProps extends LimitFieldsProps {
  /** Stands first in it. */
  readonly children?: ReactNode;
}

/** What limits a new key, folded up: whoever follows a guide passes it by. It opens by itself for what is wrong in it. */
export function LimitFold({ children, ...props }: LimitFoldProps) {
  const { t } = useTranslation('keys');
  const id = useId();
  const [unfolded, setUnfolded] = useState(false);
  const { errors, dirtyFields } = props.form.formState;
  const held = children === undefined ? within : ([...within, 'expiresAt'] as const);
  const opened = unfolded || held.some((field) => errors[field] !== undefined);
  const isLimited = held.some((field) => dirtyFields[field] !== undefined);
  const Chevron = opened ? IconChevronDown : IconChevronRight;
  return (
    <Stack gap="md">
      <Group gap="xs">
        <Button
          variant="subtle"
          size="compact-md"
          px={4}
          leftSection={<Chevron size={18} aria-hidden />}
          aria-expanded={opened}
          aria-controls={id}
          onClick={() => setUnfolded(!opened)}
        >
          {t('limitFold.title')}
        </Button>
        {isLimited && !opened && (
          <Text size="sm" c="dimmed">
            {t('limitFold.limited')}
          </Text>
        )}
      </Group>
      <Box id={id} hidden={!opened}>
        {opened && (
          <Suspense fallback={<LoadingState />}>
            <Stack gap="md">
              {children}
              <LimitFields {...props} />
            </Stack>
          </Suspense>
        )}
      </Box>
    </Stack>
  );
}
