import { TextInput } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { type KeyboardEvent, useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { secretIn } from '../keys/pasted-secret';
import { elementIdOf, FoundList } from './found-list';
import { stepFrom } from './result';
import { useResults } from './use-results';

interface FindFieldProps {
  readonly onSecret: (secret: string) => void;
  /** A key that was pasted is told of below: the field has nothing to list. */
  readonly isTelling: boolean;
  readonly onClose: () => void;
}

/** Where one types, with what is found below: the arrow keys choose, and Enter goes there. */
export function FindField({ onSecret, isTelling, onClose }: FindFieldProps) {
  const { t } = useTranslation('find');
  const navigate = useNavigate();
  const listId = useId();
  const [text, setText] = useState('');
  const [chosen, setChosen] = useState<string | null>(null);
  const groups = useResults(text);
  const results = groups.flatMap((group) => group.results);
  const active = results.find(({ id }) => id === chosen) ?? results[0] ?? null;
  const isListing = !isTelling || text !== '';

  const goTo = (to: string): void => {
    onClose();
    void navigate(to);
  };
  const type = (typed: string): void => {
    const secret = secretIn(typed);
    setChosen(null);
    setText(secret === null ? typed : '');
    if (secret !== null) onSecret(secret);
  };
  const press = (event: KeyboardEvent): void => {
    if (event.key === 'Enter' && active !== null && isListing) goTo(active.to);
    if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
    event.preventDefault();
    setChosen(stepFrom(results, active?.id ?? null, event.key === 'ArrowDown' ? 1 : -1));
  };
  return (
    <>
      <TextInput
        data-autofocus
        aria-label={t('label')}
        placeholder={t('label')}
        leftSection={<IconSearch size={18} aria-hidden />}
        value={text}
        autoComplete="off"
        spellCheck={false}
        role="combobox"
        aria-expanded={isListing && results.length > 0}
        aria-controls={listId}
        aria-activedescendant={isListing && active !== null ? elementIdOf(listId, active.id) : undefined}
        onChange={(event) => type(event.currentTarget.value)}
        onKeyDown={press}
      />
      {isListing && <FoundList id={listId} groups={groups} active={active?.id ?? null} onChoose={goTo} />}
    </>
  );
}
