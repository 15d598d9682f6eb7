import { Button } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { basePath } from '../../api/base-path';
import type { EventQuery } from './use-event-query';

/** Downloads of all that the filters leave, not only of the page that is shown. */
export function ExportLinks({ filter }: { readonly filter: EventQuery }) {
  const { t } = useTranslation('audit-trail');
  const icon = <IconDownload size={18} aria-hidden />;
  const address = (format: 'csv' | 'jsonl'): string =>
    `${basePath()}/api/v1/events/export?${new URLSearchParams({ format, ...filter }).toString()}`;
  return (
    <>
      <Button component="a" href={address('csv')} download variant="default" leftSection={icon}>
        {t('export.csv')}
      </Button>
      <Button component="a" href={address('jsonl')} download variant="default" leftSection={icon}>
        {t('export.jsonl')}
      </Button>
    </>
  );
}
