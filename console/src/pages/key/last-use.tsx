import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Key } from '../../keys/key';
import { RelativeTime } from '../../patterns/relative-time';

/** When a key was last used, and what is known of that use: whoever looks for a leak begins here. */
export function LastUse({ lastUsed }: { readonly lastUsed: Key['lastUsed'] }) {
  const { t } = useTranslation('key');
  if (lastUsed === null) return <>{t('neverUsed')}</>;
  const { at, address, userAgent, route } = lastUsed;
  const known = [
    ...(address === null ? [] : [t('usedFrom', { address })]),
    ...(userAgent === null ? [] : [t('usedWith', { userAgent })]),
    ...(route === null ? [] : [t('usedFor', { route })]),
  ];
  return (
    <>
      <RelativeTime at={at} never={t('neverUsed')} />
      {known.map((line) => (
        <Text key={line} size="sm" c="dimmed" style={{ overflowWrap: 'anywhere' }}>
          {line}
        </Text>
      ))}
    </>
  );
}
