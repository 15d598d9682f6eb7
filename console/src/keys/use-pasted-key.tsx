import { Button, Group } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { answerOf, api, type Schemas } from '../api/client';
import { FoundKey } from './found-key';
import { isOver } from './key';
import { useEnding } from './use-ending';
import { useKeyLookup } from './use-key-lookup';
import { useKeyRights } from './use-key-rights';
import { useCan } from '../session/use-can';

export interface PastedKey {
  readonly look: (secret: string) => void;
  /** Whether something is told of a key that was looked up. */
  readonly isTelling: boolean;
  /** What was found, and what can be done about it. */
  readonly found: ReactNode;
  /** Says that it has ended, and since when. */
  readonly notice: ReactNode;
  /** To be rendered, once. */
  readonly dialog: ReactNode;
}

/** A whole key that was pasted into the search: whose it is, and its end in one more step. */
export function usePastedKey(): PastedKey {
  const { t } = useTranslation('keys');
  const { look, ...lookup } = useKeyLookup((key) =>
    answerOf(api.POST('/api/v1/keys/lookup', { body: { key } })),
  );
  const ending = useEnding({ onEnded: lookup.forget });
  const seesAll = useSeesAllKeys();
  const lookNext = (secret: string): void => {
    ending.forget();
    look(secret);
  };
  return {
    look: lookNext,
    isTelling: lookup.lookup !== null,
    found: (
      <FoundKey {...lookup} none={seesAll ? t('lookup.none') : t('lookup.noneVisible')}>
        {(found) => <Acts found={found} onEnd={(how) => ending.ask(found.key, how)} />}
      </FoundKey>
    ),
    notice: ending.notice,
    dialog: ending.dialog,
  };
}

interface ActsProps {
  readonly found: Schemas['FoundKey'];
  readonly onEnd: (how: 'leak' | 'endOverlap') => void;
}

/** An old secret that leaked ends by itself, and the key goes on with its new one. */
function Acts({ found: { key, matched }, onEnd }: ActsProps) {
  const { t } = useTranslation('keys');
  const { may } = useKeyRights();
  const endsOld = matched === 'superseded';
  return (
    <Group gap="sm">
      {matched !== 'ended' && !isOver(key) && may('revoke', key) && (
        <Button color="red" onClick={() => onEnd(endsOld ? 'endOverlap' : 'leak')}>
          {endsOld ? t('lookup.endOld') : t('lookup.revoke')}
        </Button>
      )}
      <Button component={Link} to={`/keys/${key.id}`} variant="default">
        {t('lookup.open')}
      </Button>
    </Group>
  );
}

function useSeesAllKeys(): boolean {
  const { can } = useCan();
  return can('keys.company:read') && can('keys.product:read') && can('keys.personal.any:read');
}
