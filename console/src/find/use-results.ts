import { useDebouncedValue } from '@mantine/hooks';
import { useTranslation } from 'react-i18next';
import { useKeyName } from '../keys/use-key-name';
import { maskedKey } from '../patterns/masking';
import type { ResultGroup } from './result';
import { useFoundKeys } from './use-found-keys';
import { useFoundPeople } from './use-found-people';
import { useActsFound, usePagesFound } from './use-places-found';

const pauseMs = 200;

/** All that is found by what is typed, by kind; what is nothing is left out. */
export function useResults(text: string): readonly ResultGroup[] {
  const { t } = useTranslation('find');
  const nameOf = useKeyName();
  const typed = text.trim();
  const [asked] = useDebouncedValue(typed, pauseMs);
  const keys = useFoundKeys(typed === '' ? '' : asked).map((key) => ({
    id: `key ${key.id}`,
    label: nameOf(key),
    hint: key.name === null ? null : maskedKey(key),
    to: `/keys/${key.id}`,
  }));
  const people = useFoundPeople(typed === '' ? '' : asked).map(({ id, username }) => ({
    id: `person ${id}`,
    label: username,
    hint: null,
    to: `/users/${id}`,
  }));
  const groups = [
    { heading: t('kind.keys'), results: keys },
    { heading: t('kind.people'), results: people },
    { heading: t('kind.acts'), results: useActsFound(typed) },
    { heading: t('kind.pages'), results: usePagesFound(typed) },
  ];
  return groups.filter(({ results }) => results.length > 0);
}
