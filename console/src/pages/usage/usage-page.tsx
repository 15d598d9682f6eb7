import { Stack } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { anyKindMay } from '../../../../libs/permissions';
import { UsageSection } from '../../keys/usage-section';
import { useTimeZone } from '../../patterns/time-zone';
import { useCan } from '../../session/use-can';
import { Page } from '../../shell/page';
import { UsageByKey } from './usage-by-key';

/** How the company's keys are used: all of them together, and each by itself. */
export default function UsagePage() {
  const { t } = useTranslation('usage');
  const { canAny } = useCan();
  return (
    <Page title={t('title')} description={t('description', { timeZone: useTimeZone() })}>
      <Stack gap="xl">
        <UsageSection />
        {canAny(anyKindMay('read')) && <UsageByKey />}
      </Stack>
    </Page>
  );
}
