import { Anchor, Group, List, Paper, Text, ThemeIcon, Title, VisuallyHidden } from '@mantine/core';
import { IconCheck, IconCircleDashed } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { type Step, type StepsProps, useSteps } from './use-steps';

/** What has to be so before keys can be made, and how to get there; nothing once it is so. */
export function Prerequisites(props: StepsProps) {
  const { t } = useTranslation('developer-option');
  const steps = useSteps(props);
  const open = steps.filter(({ done }) => !done);
  if (open.length === 0) return null;
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
      <Ways open={open} />
    </Paper>
  );
}

/** Links to where what is open is done. */
function Ways({ open }: { readonly open: readonly Step[] }) {
  const { t } = useTranslation('developer-option');
  const names = { '/company': t('before.toCompany'), '/my-settings': t('before.toMySettings') };
  return (
    <Group mt="md">
      {[...new Set(open.map(({ place }) => place))].map((place) => (
        <Anchor key={place} component={Link} to={place}>
          {names[place]}
        </Anchor>
      ))}
    </Group>
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
