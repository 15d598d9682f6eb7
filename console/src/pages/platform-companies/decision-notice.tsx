import { Alert, Box, Text } from '@mantine/core';
import { IconCircleCheck } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { Choice } from './choice';

/** Says what was decided, for the company leaves its list with that, and what it waits for next. */
export function DecisionNotice({ done }: { readonly done: Choice | null }) {
  const { t } = useTranslation('platform-companies');
  const text = useOutcome(done);
  const waits = done?.act === 'approve' && done.company.products.some(isRequested);
  return (
    <Box role="status">
      {text !== null && (
        <Alert color="green" mb="xl" icon={<IconCircleCheck aria-hidden />} title={text}>
          {waits && <Text size="sm">{t('productsWanted')}</Text>}
        </Alert>
      )}
    </Box>
  );
}

function isRequested({ activation }: { readonly activation: string }): boolean {
  return activation === 'requested';
}

/** @returns null for what does not end in a sentence: the dialog of the products shows what it did. */
function useOutcome(done: Choice | null): string | null {
  const { t } = useTranslation('platform-companies');
  if (done === null) return null;
  const company = done.company.name;
  switch (done.act) {
    case 'approve':
      return t('approve.done', { company });
    case 'reject':
      return t('reject.done', { company });
    case 'approveName':
      return t('approveName.done', { company, name: done.company.pendingName ?? '' });
    case 'rejectName':
      return t('rejectName.done', { company });
    case 'suspend':
      return t('suspend.done', { company });
    case 'reinstate':
      return t('reinstate.done', { company });
    case 'products':
    case 'disable':
      return null;
  }
}
