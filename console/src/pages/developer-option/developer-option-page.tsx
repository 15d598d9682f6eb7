import { Tabs } from '@mantine/core';
import { IconKey } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Page } from '../../shell/page';
import { ApiKeyTab } from './api-key-tab';

/** What developers of the company need: the API keys of its products. */
export default function DeveloperOptionPage() {
  const { t } = useTranslation('developer-option');
  return (
    <Page title={t('title')} description={t('description')}>
      <Tabs defaultValue="api-key">
        <Tabs.List aria-label={t('title')} mb="lg">
          <Tabs.Tab value="api-key" leftSection={<IconKey size={18} aria-hidden />}>
            {t('tab')}
          </Tabs.Tab>
        </Tabs.List>
        <Tabs.Panel value="api-key">
          <ApiKeyTab />
        </Tabs.Panel>
      </Tabs>
    </Page>
  );
}
