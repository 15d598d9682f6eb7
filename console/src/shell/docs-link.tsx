import { Button } from '@mantine/core';
import { IconBook } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';

/** The API's own documentation, in a tab of its own. */
export function DocsLink() {
  const { t } = useTranslation('shell');
  return (
    <Button
      component="a"
      href="/docs"
      target="_blank"
      rel="noreferrer"
      variant="subtle"
      color="gray"
      px="xs"
      leftSection={<IconBook size={18} aria-hidden />}
    >
      {t('docs')}
    </Button>
  );
}
