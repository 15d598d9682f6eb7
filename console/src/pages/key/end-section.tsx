import { Button, Group, Paper, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Ending } from '../../keys/ending';
import type { Key } from '../../keys/key';
import { useKeyRights } from '../../keys/use-key-rights';

interface EndSectionProps {
  readonly apiKey: Key;
  readonly onEnd: (how: Ending) => void;
}

/** The two ways to end a key, last on the page. */
export function EndSection({ apiKey, onEnd }: EndSectionProps) {
  const { t } = useTranslation('key');
  const { may } = useKeyRights();
  if (!may('revoke', apiKey) || apiKey.deletedAt !== null) return null;
  const revoked = apiKey.revokedAt !== null;
  return (
    <Paper component="section" withBorder radius="md" p="lg" aria-labelledby="end-this-key">
      <Title order={2} size="h4" id="end-this-key" mb="xs">
        {t('end.title')}
      </Title>
      <Group justify="space-between" gap="md">
        <Text c="dimmed" maw="60ch">
          {revoked ? t('end.deleteOnly') : t('end.text')}
        </Text>
        <Group gap="sm">
          {!revoked && (
            <Button color="red" variant="light" onClick={() => onEnd('revoke')}>
              {t('end.revoke')}
            </Button>
          )}
          <Button color="red" variant="light" onClick={() => onEnd('delete')}>
            {t('end.delete')}
          </Button>
        </Group>
      </Group>
    </Paper>
  );
}
