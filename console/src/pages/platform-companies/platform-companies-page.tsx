import { Button, Stack, Text } from '@mantine/core';
import { IconBuilding, IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { EmptyState } from '../../patterns/empty-state';
import { FilterBar } from '../../patterns/filter-bar';
import { Page } from '../../shell/page';
import { type Choice, isStatus, statuses } from './choice';
import { CompanyList } from './company-list';
import { DecisionDialogs } from './decision-dialogs';
import { DecisionNotice } from './decision-notice';
import { FindKey } from './find-key';
import { NewCompany } from './new-company';
import { ProductsDialog } from './products-dialog';
import { useChoice } from './use-choice';

/** Where operators decide about companies: those that wait first, then all of them. */
export default function PlatformCompaniesPage() {
  const { t } = useTranslation('platform-companies');
  const [params] = useSearchParams();
  const { choice, choose, close } = useChoice();
  const status = params.get('status') ?? '';
  const onChoose = (next: Choice): void => choose(next);
  const labels = useStatusLabels();
  const [done, setDone] = useState<Choice | null>(null);
  const onDone = (carriedOut: Choice): void => {
    setDone(carriedOut);
    close();
  };
  return (
    <Page title={t('title')} description={t('description')} actions={<MakeCompany />}>
      <DecisionNotice done={done} />
      <Stack gap="xl">
        <CompanyList
          title={t('waiting.title')}
          which="in_review"
          onChoose={onChoose}
          // Most days this is so: one calm line rather than a picture.
          empty={<Text c="dimmed">{t('waiting.none')}</Text>}
        />
        <CompanyList
          title={t('names.title')}
          which="pendingName"
          onChoose={onChoose}
          empty={<Text c="dimmed">{t('names.none')}</Text>}
        />
        <CompanyList
          title={t('all.title')}
          which={isStatus(status) ? status : null}
          q={params.get('q') ?? ''}
          onChoose={onChoose}
          filters={
            <FilterBar
              label={t('all.filter')}
              filters={[
                { type: 'text', name: 'q', label: t('all.search') },
                {
                  type: 'choice',
                  name: 'status',
                  label: t('status'),
                  options: statuses.map((value) => ({ value, label: labels[value] })),
                },
              ]}
            />
          }
          empty={
            <EmptyState title={t('all.none')} action={null} Icon={IconBuilding}>
              {t('all.noneText')}
            </EmptyState>
          }
        />
        <FindKey />
      </Stack>
      <ProductsDialog choice={choice} onChoose={onChoose} onClose={close} />
      <DecisionDialogs choice={choice} onChoose={onChoose} onDone={onDone} onClose={close} />
    </Page>
  );
}

function MakeCompany() {
  const { t } = useTranslation('platform-companies');
  const [opened, setOpened] = useState(false);
  return (
    <>
      <Button leftSection={<IconPlus size={18} aria-hidden />} onClick={() => setOpened(true)}>
        {t('create.open')}
      </Button>
      <NewCompany opened={opened} onClose={() => setOpened(false)} />
    </>
  );
}

function useStatusLabels(): Readonly<Record<(typeof statuses)[number], string>> {
  const { t } = useTranslation('patterns');
  return {
    onboarding: t('statusOnboarding'),
    in_review: t('statusInReview'),
    approved: t('statusApproved'),
    rejected: t('statusRejected'),
    suspended: t('statusSuspended'),
    closed: t('statusClosed'),
  };
}
