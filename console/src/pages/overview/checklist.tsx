import { Anchor, Group, Paper, Stack, Text, ThemeIcon, Title } from '@mantine/core';
import { IconCheck, IconCircle } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { FirstRequest } from './first-request';
import { type Step, useSteps } from './use-steps';

/** What a new company does first. Each step knows by itself whether it is done; when all are, the list is gone. */
export function Checklist() {
  const { t } = useTranslation('overview');
  const steps = useSteps();
  const done = steps.filter((step) => step.done).length;
  if (steps.length === 0) return null;
  return (
    <div>
      <FirstRequest />
      {done < steps.length && (
        <Stack component="section" gap="sm" mb="xl" aria-labelledby="checklist">
          <Group justify="space-between" align="baseline">
            <Title order={2} size="h4" id="checklist">
              {t('steps.title')}
            </Title>
            <Text size="sm" c="dimmed">
              {t('steps.progress', { done, all: steps.length })}
            </Text>
          </Group>
          <Paper component="ol" withBorder radius="md" m={0} p={0} className="kunci-steps">
            {steps.map((step) => (
              <StepRow key={step.label} step={step} />
            ))}
          </Paper>
        </Stack>
      )}
    </div>
  );
}

function StepRow({ step: { done, label, hint, to } }: { step: Step }) {
  const { t } = useTranslation('overview');
  const name: ReactNode = done || to === null ? t(label) : <StepLink to={to}>{t(label)}</StepLink>;
  return (
    <Group component="li" wrap="nowrap" align="flex-start" gap="md" p="md">
      <ThemeIcon
        variant={done ? 'filled' : 'default'}
        color="green"
        radius="xl"
        size={24}
        role="img"
        aria-label={done ? t('steps.done') : t('steps.open')}
      >
        {done ? <IconCheck size={16} /> : <IconCircle size={10} />}
      </ThemeIcon>
      <div>
        <Text component="div" fw={600} c={done ? 'dimmed' : undefined}>
          {name}
        </Text>
        {!done && (
          <Text size="sm" c="dimmed">
            {t(hint)}
          </Text>
        )}
      </div>
    </Group>
  );
}

function StepLink({ to, children }: { to: string; children: ReactNode }) {
  return (
    <Anchor component={Link} to={to} fw={600}>
      {children}
    </Anchor>
  );
}
