import { Anchor, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useKeyName } from '../../keys/use-key-name';
import { endsWith, useKnownKeys } from './use-known-keys';

const named = 3;

/** Says before somebody is removed which keys they know, with the way to decide about these. */
export function KnownNote({ userId }: { readonly userId: string }) {
  const { t, i18n } = useTranslation('leaving');
  const nameOf = useKeyName();
  const { data: known } = useKnownKeys(userId);
  const keys = known?.data.filter((one) => !endsWith(known, one)).map(({ key }) => key) ?? [];
  if (keys.length === 0) return null;
  const others = keys.length - named;
  const names = keys.slice(0, named).map(nameOf);
  const list = new Intl.ListFormat(i18n.language, { type: 'conjunction' });
  const text = list.format(others > 0 ? [...names, t('note.others', { count: others })] : names);
  return (
    <Text role="note" style={{ overflowWrap: 'anywhere' }}>
      {t('note.knows', { count: keys.length, keys: text })}{' '}
      <Anchor component={Link} to={`/users/${userId}/leaving`}>
        {t('note.decide')}
      </Anchor>
    </Text>
  );
}
