import { Anchor, Group, List, Paper, Text, ThemeIcon, Title, VisuallyHidden } from '@mantine/core';
import { IconCheck, IconCircleDashed } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { Schemas } from '../../api/client';

export interface PrerequisitesProps {
  readonly company: Schemas['Company'];
  readonly products: readonly Schemas['Product'][];
}

/** What has to be so before keys can be made, and how to get there; nothing once it is so. */
export function Prerequisites({ company, products }: PrerequisitesProps) {
  const { t } = useTranslation('developer-option');
  const steps = useSteps({ company, products });
  if (steps.every(({ done }) => done)) return null;
  return (
    <Paper component="section" withBorder radius="md" p="lg" aria-labelledby="before-keys">
      <Title order={2} size="h4" id="before-keys" mb={4}>
        {t('before.title')}
      </Title>
      <Text c="dimmed" mb="md">
        {t('before.text')}
      </Text>
      <List spacing="md" listStyleType="none" center={false}>
        {steps.map(({ label, hint, done }) => (
          <List.Item key={label} icon={<Mark done={done} />}>
            <Text fw={600}>
              {label} <VisuallyHidden>({done ? t('before.done') : t('before.open')})</VisuallyHidden>
            </Text>
            {!done && <Text size="sm">{hint}</Text>}
          </List.Item>
        ))}
      </List>
      <Group mt="md">
        <Anchor component={Link} to="/company">
          {t('before.toCompany')}
        </Anchor>
      </Group>
    </Paper>
  );
}

function Mark({ done }: { readonly done: boolean }) {
  const Icon = done ? IconCheck : IconCircleDashed;
  return (
    <ThemeIcon color={done ? 'green' : 'gray'} variant="light" radius="xl" size={28}>
      <Icon size={18} aria-hidden />
    </ThemeIcon>
  );
}

function useSteps({ company: { status }, products }: PrerequisitesProps) {
  const { t } = useTranslation('developer-option');
  const approval = {
    onboarding: t('before.approvedOnboarding'),
    in_review: t('before.approvedInReview'),
    rejected: t('before.approvedRejected'),
    suspended: t('before.approvedSuspended'),
    approved: '',
  }[status];
  const requested = products.find(({ activation }) => activation === 'requested');
  return [
    { label: t('before.onboarding'), hint: t('before.onboardingHint'), done: status !== 'onboarding' },
    { label: t('before.approved'), hint: approval, done: status === 'approved' },
    {
      label: t('before.product'),
      hint:
        requested === undefined
          ? t('before.productHint')
          : t('before.productRequested', { product: requested.name }),
      done: products.some(({ activation }) => activation === 'enabled'),
    },
  ];
}
