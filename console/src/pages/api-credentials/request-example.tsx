import { Box, Button, Paper, Stack, Text, Title } from '@mantine/core';
import { IconBook } from '@tabler/icons-react';
import { Trans, useTranslation } from 'react-i18next';
import { basePath, serverAddress } from '../../api/base-path';
import { sampleAddress } from '../../keys/key';
import { useKeyPolicy } from '../../keys/use-key-policy';
import { CodeSample } from '../../patterns/code-sample';
import { requestSamples } from '../../patterns/request-samples';
import { ScrollRegion } from '../../patterns/scroll-region';

/** What the key is for, with a request to this server that runs once the key stands in it. */
export function RequestExample() {
  const { t } = useTranslation('api-credentials');
  const isHex = useKeyPolicy('company')?.format === 'hex32';
  return (
    <Paper component="section" withBorder radius="md" p="lg" aria-labelledby="api-key-example">
      <Title order={2} size="h4" id="api-key-example" mb="md">
        {t('example.title')}
      </Title>
      <Stack gap="md">
        <Text>{t('example.secret')}</Text>
        <Text>
          {isHex && `${t('example.hex')} `}
          {t('example.header')}
        </Text>
        <Text>{t('example.look')}</Text>
        <Address
          label={t('example.pathLabel')}
          address={`${serverAddress()}/{authorization_path}/api/v1/sales_invoices`}
        />
        <Text>
          <Trans t={t} i18nKey="example.path" components={{ code: <strong /> }} />
        </Text>
        <Address label={t('example.addressLabel')} address={sampleAddress()} />
        <Text>{t('example.run')}</Text>
        <CodeSample
          label={t('example.runLabel')}
          samples={requestSamples({ url: sampleAddress(), apiKey: t('example.placeholder') })}
        />
        <Box>
          <Button
            component="a"
            href={`${basePath()}/docs`}
            target="_blank"
            rel="noreferrer"
            variant="default"
            leftSection={<IconBook size={18} aria-hidden />}
          >
            {t('docs')}
          </Button>
        </Box>
      </Stack>
    </Paper>
  );
}

function Address({ label, address }: { readonly label: string; readonly address: string }) {
  return (
    <Paper withBorder>
      <ScrollRegion label={label} p="sm">
        <Box component="code" ff="monospace" fz="sm" style={{ whiteSpace: 'nowrap' }}>
          {address}
        </Box>
      </ScrollRegion>
    </Paper>
  );
}
