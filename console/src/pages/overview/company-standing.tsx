import { Alert } from '@mantine/core';
import { IconHourglass, IconInfoCircle } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useCompany } from '../../session/use-company';

/** What everyone in a company should know of its standing with the platform; nothing once it is approved. */
export function CompanyStanding() {
  const { t } = useTranslation('overview');
  const company = useCompany().data;
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
