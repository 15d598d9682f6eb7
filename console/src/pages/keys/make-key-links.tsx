import { Button, Group } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useKeyRights } from '../../keys/use-key-rights';

/** Where keys are made, of each kind that one may make. */
export function MakeKeyLinks() {
  const { t } = useTranslation('keys');
  const { mayGenerate } = useKeyRights();
  return (
    <Group mt="sm" justify="center">
      {mayGenerate('company') && (
        <Button component={Link} to="/api-keys" variant="default">
          {t('make.company')}
        </Button>
      )}
      {mayGenerate('product') && (
        <Button component={Link} to="/developer-option" variant="default">
          {t('make.product')}
        </Button>
      )}
      {mayGenerate('personal') && (
        <Button component={Link} to="/my-settings" variant="default">
          {t('make.personal')}
        </Button>
      )}
    </Group>
  );
}
