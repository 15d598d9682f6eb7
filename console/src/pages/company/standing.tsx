import { Alert, Button, Group, Paper, Stack, Text, Title } from '@mantine/core';
import { IconInfoCircle } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answerOf, api, type Schemas } from '../../api/client';
import { queryKeys } from '../../api/query-keys';
import { useCommand } from '../../api/use-command';
import { FormFailure } from '../../forms/form-failure';
import { ConfirmDialog } from '../../patterns/confirm-dialog';
import { StatusBadge } from '../../patterns/status-badge';
import { useCan } from '../../session/use-can';

type Company = Schemas['Company'];

/** How the company stands with the platform, what that means, and the next step where there is one. */
export function Standing({ company }: { readonly company: Company }) {
  const { t } = useTranslation('company');
  const meaning = {
    onboarding: t('standing.onboarding'),
    in_review: t('standing.inReview'),
    approved: t('standing.approved'),
    rejected: t('standing.rejected'),
    suspended: t('standing.suspended'),
  }[company.status];
  return (
    <Paper component="section" withBorder radius="md" p="lg" aria-labelledby="company-standing">
      <Stack gap="md">
        <Group gap="sm">
          <Title order={2} size="h4" id="company-standing">
            {t('standing.title')}
          </Title>
          <StatusBadge status={company.status} />
        </Group>
        {company.rejectedReason !== null && (
          <Alert
            role="note"
            color="orange"
            icon={<IconInfoCircle aria-hidden />}
            title={t('standing.reason')}
          >
            {company.rejectedReason}
          </Alert>
        )}
        <Text maw="70ch">{meaning}</Text>
        {(company.status === 'onboarding' || company.status === 'rejected') && (
          <Submission company={company} />
        )}
      </Stack>
    </Paper>
  );
}

function Submission({ company }: { readonly company: Company }) {
  const { t } = useTranslation('company');
  const { can } = useCan();
  const [asking, setAsking] = useState(false);
  const submission = useCommand({
    send: () => answerOf(api.POST('/api/v1/company/submission')),
    refreshes: [queryKeys.company(), queryKeys.events()],
  });
  if (!can('company:submit')) return <Text c="dimmed">{t('standing.othersSubmit')}</Text>;
  const submit = async (): Promise<void> => {
    await submission.run(undefined);
    setAsking(false);
  };
  return (
    <>
      <FormFailure failure={submission.problem} />
      <Group>
        <Button onClick={() => setAsking(true)}>
          {company.status === 'rejected' ? t('submit.again') : t('submit.open')}
        </Button>
      </Group>
      <ConfirmDialog
        opened={asking}
        title={t('submit.title')}
        confirmLabel={t('submit.confirm')}
        onConfirm={submit}
        onClose={() => setAsking(false)}
      >
        {t('submit.text', { company: company.name })}
      </ConfirmDialog>
    </>
  );
}
