import { Paper, SimpleGrid, Stack } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { CopyableText } from '../../patterns/copyable-text';
import { Fact } from '../../patterns/fact';
import { RelativeTime } from '../../patterns/relative-time';
import { StatusBadge } from '../../patterns/status-badge';
import { CompanyCommands } from './company-commands';
import type { CompanyDetails } from './use-platform-company';

/** How a company stands, what it has, and what can be done about it. */
export function CompanyCard({ company }: { readonly company: CompanyDetails }) {
  const { t } = useTranslation('platform-company');
  const { slug, externalId, suspendedReason, counts, products } = company;
  const enabled = products.filter(({ activation }) => activation === 'enabled').map(({ code }) => code);
  return (
    <Paper component="section" aria-label={t('facts')} withBorder p={{ base: 'md', sm: 'lg' }} radius="md">
      <Stack gap="lg">
        <SimpleGrid component="dl" cols={{ base: 1, sm: 3 }} m={0} spacing="md">
          <Fact label={t('status')}>
            <StatusBadge status={company.status} />
          </Fact>
          <Fact label={t('slug')}>
            <CopyableText text={slug} what={t('slug')} />
          </Fact>
          <Fact label={t('registered')}>
            <RelativeTime at={company.createdAt} />
          </Fact>
          {company.closedAt !== null && (
            <Fact label={t('closed')}>
              <RelativeTime at={company.closedAt} />
            </Fact>
          )}
          {suspendedReason !== null && <Fact label={t('reason')}>{suspendedReason}</Fact>}
          {externalId !== null && (
            <Fact label={t('externalId')}>
              <CopyableText text={externalId} what={t('externalId')} />
            </Fact>
          )}
          <Fact label={t('keys')}>{counts.keys}</Fact>
          <Fact label={t('products')}>{enabled.length === 0 ? t('noProducts') : enabled.join(', ')}</Fact>
        </SimpleGrid>
        <CompanyCommands company={company} />
      </Stack>
    </Paper>
  );
}
