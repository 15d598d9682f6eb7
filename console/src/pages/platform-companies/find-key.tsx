import { Button, Stack, Text, TextInput, Title } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answerOf, api, type Schemas } from '../../api/client';
import { EndedNotice } from '../../keys/ended-notice';
import type { Ended } from '../../keys/ending';
import { FoundKey } from '../../keys/found-key';
import { isOver } from '../../keys/key';
import { secretIn } from '../../keys/pasted-secret';
import { useKeyLookup } from '../../keys/use-key-lookup';
import { useKeyName } from '../../keys/use-key-name';
import { ReasonDialog } from './reason-dialog';

type Found = Schemas['FoundPlatformKey'];

/** Whose key it is that somebody reports, and its end. The field forgets a key as soon as it has it. */
export function FindKey() {
  const { t } = useTranslation('platform-companies');
  const heading = useId();
  const [typed, setTyped] = useState('');
  const [ended, setEnded] = useState<Ended | null>(null);
  const { look, ...lookup } = useKeyLookup((key) =>
    answerOf(api.POST('/api/v1/platform/keys/lookup', { body: { key } })),
  );
  const take = (text: string): void => {
    const secret = secretIn(text);
    setTyped(secret === null ? text : '');
    if (secret === null) return;
    setEnded(null);
    look(secret);
  };
  const onEnded = (done: Ended): void => {
    lookup.forget();
    setEnded(done);
  };
  return (
    <Stack component="section" gap="sm" aria-labelledby={heading}>
      <Title order={2} size="h4" id={heading}>
        {t('findKey.title')}
      </Title>
      <TextInput
        label={t('findKey.label')}
        description={t('findKey.hint')}
        leftSection={<IconSearch size={16} aria-hidden />}
        autoComplete="off"
        maw="26rem"
        value={typed}
        onChange={(event) => take(event.currentTarget.value)}
      />
      <EndedNotice ended={ended} />
      <FoundKey {...lookup} none={t('findKey.none')}>
        {(found) => <Ending found={found} onEnded={onEnded} />}
      </FoundKey>
    </Stack>
  );
}

function Ending({ found, onEnded }: { readonly found: Found; readonly onEnded: (done: Ended) => void }) {
  const { t } = useTranslation('platform-companies');
  const nameOf = useKeyName();
  const [asking, setAsking] = useState(false);
  const { key, company, matched } = found;
  const revoke = async (reason: string): Promise<void> => {
    const which = { params: { path: { id: key.id } }, body: { reason } };
    const done = await answerOf(api.POST('/api/v1/platform/keys/{id}/revoke', which));
    onEnded({ key: done.key, how: 'revoke', revocation: done.revocation });
  };
  return (
    <>
      <Text size="sm">{t('findKey.company', { company: company.name, slug: company.slug })}</Text>
      {matched !== 'ended' && !isOver(key) && (
        <Button color="red" onClick={() => setAsking(true)}>
          {t('findKey.act')}
        </Button>
      )}
      <ReasonDialog
        opened={asking}
        title={t('findKey.revoke')}
        thing={`${company.name}: ${nameOf(key)}`}
        effect={t('findKey.effect')}
        confirmLabel={t('findKey.confirm')}
        label={t('findKey.reason')}
        hint={t('findKey.reasonHint')}
        maxLength={200}
        onDecide={revoke}
        onClose={() => setAsking(false)}
      />
    </>
  );
}
