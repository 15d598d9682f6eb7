import { Stack, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { sampleAddress } from '../../keys/key';
import { CodeSample } from '../../patterns/code-sample';
import { requestSamples } from '../../patterns/request-samples';
import { ResponseSample } from './response-sample';

/** A request with a key, as it runs against this server, and what comes back. */
export function Samples() {
  const { t } = useTranslation('developer-option');
  return (
    <Stack gap="xl">
      <Stack component="section" gap="sm" aria-labelledby="request-samples">
        <Title order={2} size="h4" id="request-samples">
          {t('samples.request')}
        </Title>
        <Text c="dimmed" maw="70ch">
          {t('samples.requestText')}
        </Text>
        <CodeSample
          label={t('samples.request')}
          samples={requestSamples({ url: sampleAddress(), apiKey: t('samples.yourKey') })}
        />
      </Stack>
      <Stack component="section" gap="sm" aria-labelledby="response-samples">
        <Title order={2} size="h4" id="response-samples">
          {t('samples.response')}
        </Title>
        <ResponseSample status="200 OK" meaning={t('samples.ok')} body={invoices} />
        <ResponseSample status="401 Unauthorized" meaning={t('samples.refused')} body={refusal} />
      </Stack>
    </Stack>
  );
}

const invoices = {
  data: [
    {
      id: '01a1fea6-808d-737c-8a14-cfbe31ef2bec',
      number: 'INV-2026-001',
      customer: 'Toko Melati',
      total: '150000.00',
      currency: 'IDR',
      issuedOn: '2026-09-01',
    },
  ],
  pagination: { cursor: null, hasMore: false },
};

const refusal = {
  type: 'https://…/problems/invalid-credentials',
  title: 'These credentials are not valid.',
  status: 401,
  detail: 'These credentials are not valid.',
  code: 'invalid-credentials',
  requestId: 'd9fe8b26-9923-430d-939b-d55772583a0b',
};
