import { Alert, Anchor, List } from '@mantine/core';
import { IconInfoCircle } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useKeyPolicy } from '../../keys/use-key-policy';
import { useCan } from '../../session/use-can';
import { useMayOpen } from '../../shell/access';

/** What is still missing before one can make and use keys, and who can do something about it. */
export function KeysClosed() {
  const { t } = useTranslation('my-settings');
  const { can, readOnly } = useCan();
  const mayOpen = useMayOpen();
  const policy = useKeyPolicy('personal');
  const off = policy?.enabled === false;
  const mayNotMake = !can('keys.personal:generate');
  const mayNotSignIn = !can('keys.personal:sign-in');
  // A key session holds less than its owner, so what it lacks says nothing of them.
  if (readOnly || policy === undefined || (!off && !mayNotMake && !mayNotSignIn)) return null;
  return (
    <Alert
      color="blue"
      variant="light"
      role="note"
      icon={<IconInfoCircle aria-hidden />}
      title={t('closed.title')}
    >
      <List size="sm" spacing="xs">
        {off && (
          <List.Item>
            {t('closed.off')}{' '}
            {mayOpen('/settings/security') && (
              <Anchor component={Link} to="/settings/security" inherit>
                {t('closed.toSettings')}
              </Anchor>
            )}
          </List.Item>
        )}
        {mayNotMake && <List.Item>{t('closed.mayNotMake')}</List.Item>}
        {mayNotSignIn && <List.Item>{t('closed.mayNotSignIn')}</List.Item>}
      </List>
    </Alert>
  );
}
