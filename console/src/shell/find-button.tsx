import { Button, Kbd, Text } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { Suspense, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { lazyPart } from '../api/lazy-part';

const FindDialog = lazyPart(() => import('../find/find-dialog'));

/** Opens the search for anything, as Ctrl+K or ⌘K does everywhere. Its code comes when it is wanted. */
export function FindButton() {
  const { t } = useTranslation('shell');
  const [wanted, setWanted] = useState(false);
  const [opened, setOpened] = useState(false);
  const open = (): void => {
    setWanted(true);
    setOpened(true);
  };
  useShortcut(open);
  return (
    <>
      <Button
        variant="default"
        px="sm"
        fw={400}
        aria-label={t('find')}
        aria-keyshortcuts="Control+K Meta+K"
        onClick={open}
        leftSection={<IconSearch size={18} aria-hidden />}
        rightSection={
          <Kbd size="xs" visibleFrom="md">
            Ctrl K
          </Kbd>
        }
        styles={{ section: { marginInline: 2 } }}
      >
        <Text component="span" inherit visibleFrom="lg">
          {t('find')}
        </Text>
      </Button>
      {wanted && (
        <Suspense fallback={null}>
          <FindDialog opened={opened} onClose={() => setOpened(false)} />
        </Suspense>
      )}
    </>
  );
}

function useShortcut(open: () => void): void {
  useEffect(() => {
    const listen = (event: KeyboardEvent): void => {
      if (event.key.toLowerCase() !== 'k' || !(event.ctrlKey || event.metaKey) || event.altKey) return;
      // A browser would go to its own search.
      event.preventDefault();
      // Another dialog asks something first.
      if (document.querySelector('[role="dialog"]') === null) open();
    };
    document.addEventListener('keydown', listen);
    return () => document.removeEventListener('keydown', listen);
  });
}
