import { Alert, Stack, Text } from '@mantine/core';
import { IconConfetti, IconRadar } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { testAddress } from '../../keys/key';
import { CodeSample } from '../../patterns/code-sample';
import { curl } from '../../patterns/request-samples';
import { isWaiting, useLatestUse } from './use-latest-use';

/** Waits with whoever made the first key for its first request, and says so by itself when it has come. */
export function FirstRequest() {
  const { t, i18n } = useTranslation('overview');
  const { data } = useLatestUse();
  const waiting = isWaiting(data);
  const [wasWaiting, setWasWaiting] = useState(false);
  if (waiting && !wasWaiting) setWasWaiting(true);
  const key = data?.key ?? null;
  return (
    <div aria-live="polite">
      {waiting && (
        <Alert
          mb="xl"
          variant="light"
          icon={<IconRadar aria-hidden />}
          title={t('firstRequest.waiting')}
          // Narrower than the request in it, which scrolls by itself.
          styles={{ body: { minWidth: 0 } }}
        >
          <Stack gap="xs">
            <Text size="sm">{t('firstRequest.how')}</Text>
            <CodeSample
              label={t('firstRequest.waiting')}
              samples={[
                {
                  language: 'curl',
                  code: curl({
                    url: testAddress(),
                    apiKey: t('firstRequest.yourKey'),
                  }),
                },
              ]}
            />
          </Stack>
        </Alert>
      )}
      {wasWaiting && key !== null && (
        <Alert
          mb="xl"
          variant="light"
          color="green"
          icon={<IconConfetti aria-hidden />}
          title={t('firstRequest.received')}
        >
          {t('firstRequest.by', { key: key.name ?? key.last4, time: timeOf(key.lastUsedAt, i18n.language) })}
        </Alert>
      )}
    </div>
  );
}

function timeOf(iso: string | null, language: string): string {
  if (iso === null) return '';
  return new Intl.DateTimeFormat(language, { timeStyle: 'short' }).format(new Date(iso));
}
