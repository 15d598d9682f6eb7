import { Divider, Drawer, Group, Stack, Text } from '@mantine/core';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { usePlacesIn } from './access';
import { Brand } from './brand';
import { DocsLink } from './docs-link';
import { LanguageSwitch } from './language-switch';
import { PlaceLink } from './place-link';
import { type Section, sectionsOf } from './sections';
import { ThemeSwitch } from './theme-switch';

/** What ☰ opens. On a phone it also has what the top bar has no room for. */
export default function MainMenu({ opened, close }: { opened: boolean; close: () => void }) {
  const { t } = useTranslation('shell');
  const ready = useReady();
  const sections = sectionsOf(usePlacesIn('main'));
  return (
    <Drawer
      opened={ready && opened}
      onClose={close}
      size={300}
      title={<Brand always />}
      closeButtonProps={{ 'aria-label': t('menu.close') }}
    >
      <Stack component="nav" gap="md" aria-label={t('menu.main')}>
        {sections.map((section) => (
          <MenuSection key={section.under.join()} section={section} close={close} />
        ))}
      </Stack>
      <Group gap="xs" mt="md" hiddenFrom="md">
        <Divider w="100%" />
        <DocsLink />
        <LanguageSwitch />
        <ThemeSwitch />
      </Group>
    </Drawer>
  );
}

/** False at the first rendering: a drawer that is born open does not know to whom to give the focus back. */
function useReady(): boolean {
  const [ready, setReady] = useState(false);
  useEffect(() => {
    const frame = requestAnimationFrame(() => setReady(true));
    return () => cancelAnimationFrame(frame);
  }, []);
  return ready;
}

function MenuSection({ section, close }: { section: Section; close: () => void }) {
  const { t } = useTranslation('shell');
  const [first, ...rest] = section.under;
  return (
    <div>
      {first !== undefined && (
        <Text component="h2" size="xs" c="dimmed" px="xs" pb={4}>
          {t(first)}
        </Text>
      )}
      {rest.map((heading) => (
        <Text key={heading} component="h3" size="sm" fw={550} px="xs" pb={4}>
          {t(heading)}
        </Text>
      ))}
      {section.places.map((place) => (
        <PlaceLink key={place.path} place={place} onFollow={close} />
      ))}
    </div>
  );
}
