import { Button, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Ending } from '../../keys/ending';
import type { Key } from '../../keys/key';
import { useKeyRights } from '../../keys/use-key-rights';

interface EndSectionProps {
  readonly apiKey: Key;
  readonly onEnd: (how: Ending) => void;
}

/** The two ways to end a key, below what is known of it. */
export function EndSection({ apiKey, onEnd }: EndSectionProps) {
  const { t } = useTranslation('key');
  const { may } = useKeyRights();
  if (!may('revoke', apiKey) || apiKey.deletedAt !== null) return null;
  const revoked = apiKey.revokedAt !== null;
  return (
    <section aria-labelledby="end-this-key" className="kunci-facts">
      <Title order={2} size="h4" id="end-this-key">
        {t('end.title')}
      </Title>
      <Text size="sm" c="dimmed" mt={4} mb="sm">
        {revoked ? t('end.deleteOnly') : t('end.text')}
      </Text>
      <div className="kunci-end-acts">
        {!revoked && (
          <Button color="red" variant="outline" onClick={() => onEnd('revoke')}>
            {t('end.revoke')}
          </Button>
        )}
        <Button color="red" variant="outline" onClick={() => onEnd('delete')}>
          {t('end.delete')}
        </Button>
      </div>
    </section>
  );
}
