import { Alert } from '@mantine/core';
import { IconHourglass, IconInfoCircle } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { answerOf, api } from '../../api/client';
import { queryKeys } from '../../api/query-keys';
import { useCan } from '../../session/use-can';

/** The company as it is registered; undefined while it is being read, or for who may not read it. */
export function useCompany() {
  const { can } = useCan();
  return useQuery({
    queryKey: queryKeys.company(),
    queryFn: () => answerOf(api.GET('/api/v1/company')),
    enabled: can('company:read'),
  }).data;
}

/** What everyone in a company should know of its standing with the platform; nothing once it is approved. */
export function CompanyStanding() {
  const { t } = useTranslation('overview');
  const company = useCompany();
  switch (company?.status) {
    case 'in_review':
      return <Alert icon={<IconHourglass aria-hidden />}>{t('standing.inReview')}</Alert>;
    case 'rejected':
      return (
        <Alert color="orange" icon={<IconInfoCircle aria-hidden />} title={t('standing.rejected')}>
          {company.rejectedReason}
        </Alert>
      );
    case 'suspended':
      return (
        <Alert color="red" icon={<IconInfoCircle aria-hidden />}>
          {t('standing.suspended')}
        </Alert>
      );
    case 'onboarding':
    case 'approved':
    case undefined:
      return null;
  }
}
