import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { basePath } from '../api/base-path';

/** The API's own documentation, in a tab of its own. */
export function DocsLink() {
  const { t } = useTranslation('shell');
  return (
    <Button
      component="a"
      href={`${basePath()}/docs`}
      target="_blank"
      rel="noreferrer"
      variant="subtle"
      color="gray"
      px="xs"
    >
      {t('docs')}
    </Button>
  );
}
