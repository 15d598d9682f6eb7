import { Divider, Drawer, Group, NavLink, Stack, Text } from '@mantine/core';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useLocation } from 'react-router';
import { usePlacesIn } from './access';
import { Brand } from './brand';
import { DocsLink } from './docs-link';
import { LanguageSwitch } from './language-switch';
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
  useEffect(() => setReady(true), []);
  return ready;
}

function MenuSection({ section, close }: { section: Section; close: () => void }) {
  const { t } = useTranslation('shell');
  const { pathname } = useLocation();
  const [first, ...rest] = section.under;
  return (
    <div>
      {first !== undefined && (
        <Text component="h2" size="xs" fw={700} c="dimmed" px="sm" pb={4}>
          {t(first)}
        </Text>
      )}
      {rest.map((heading) => (
        <Text key={heading} component="h3" size="sm" fw={600} px="sm" py={4}>
          {t(heading)}
        </Text>
      ))}
      {section.places.map(({ path, label }) => (
        <NavLink
          key={path}
          component={Link}
          to={path}
          label={t(label)}
          active={pathname === path}
          aria-current={pathname === path ? 'page' : undefined}
          onClick={close}
        />
      ))}
    </div>
  );
}
