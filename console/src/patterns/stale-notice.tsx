import { Alert, Box, Button, Stack, Text } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { List } from '../api/use-list';
import { useProblemText } from '../i18n/use-problem-text';
import { standingOf } from './list-standing';

/** Stands above rows that could not be read again: they may have changed since. Nothing where they could. */
export function StaleNotice({ list }: { readonly list: List<unknown> }) {
  const { t } = useTranslation('patterns');
  const textOf = useProblemText();
  const { problem, refreshing, retry } = list;
  return (
    <Box role="status">
      {problem !== null && standingOf(list) === 'stale' && (
        <Alert color="orange" mb="md" icon={<IconAlertTriangle aria-hidden />} title={t('mayBeOutOfDate')}>
          <Stack gap="sm" align="flex-start">
            <Text>{textOf(problem)}</Text>
            <Button variant="default" onClick={retry} loading={refreshing}>
              {t('tryAgain')}
            </Button>
          </Stack>
        </Alert>
      )}
    </Box>
  );
}
