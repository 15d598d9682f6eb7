import { Button, Group } from '@mantine/core';
import { type ReactNode, useEffect, useEffectEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useSearchParams } from 'react-router';
import { answerOf, api, type Schemas } from '../../api/client';
import { FoundKey } from '../../keys/found-key';
import { isOver } from '../../keys/key';
import { secretIn } from '../../keys/pasted-secret';
import { useEnding } from '../../keys/use-ending';
import { useKeyLookup } from '../../keys/use-key-lookup';
import { useKeyRights } from '../../keys/use-key-rights';
import { withFilter } from '../../patterns/filter-params';
import { useCan } from '../../session/use-can';

interface PastedKey {
  readonly look: (secret: string) => void;
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
  useSecretInAddress(lookNext);
  return {
    look: lookNext,
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

/** A link with a secret in it: the address forgets it, and it is looked up as if it had been pasted. */
function useSecretInAddress(look: (secret: string) => void): void {
  const [params, setParams] = useSearchParams();
  const secret = secretIn(params.get('q') ?? '');
  const take = useEffectEvent((found: string) => {
    setParams(withFilter(params, 'q', ''), { replace: true });
    look(found);
  });
  useEffect(() => {
    if (secret !== null) take(secret);
  }, [secret]);
}
