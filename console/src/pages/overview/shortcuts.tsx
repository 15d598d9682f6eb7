import { Paper, SimpleGrid, Stack, Text, Title } from '@mantine/core';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { usePlacesIn } from '../../shell/access';
import type { Place } from '../../shell/places';

/** All places this session may go to, for people who have not found the menus yet. */
export function Shortcuts() {
  const { t } = useTranslation('overview');
  const places = [
    ...usePlacesIn('main'),
    ...usePlacesIn('company'),
    ...usePlacesIn('settings'),
    ...usePlacesIn('user'),
  ].filter(({ path }) => path !== '/');
  if (places.length === 0) return null;
  return (
    <Stack component="section" gap="sm" aria-labelledby="shortcuts">
      <Title order={2} size="h4" id="shortcuts">
        {t('places')}
      </Title>
      <SimpleGrid cols={{ base: 1, xs: 2, md: 4 }} spacing="md">
        {places.map((place) => (
          <Shortcut key={place.path} place={place} />
        ))}
      </SimpleGrid>
    </Stack>
  );
}

function Shortcut({ place: { path, label, about } }: { readonly place: Place }) {
  const { t } = useTranslation('shell');
  const id = useId();
  return (
    <Paper
      component={Link}
      to={path}
      // So that it is called as in the menu.
      aria-labelledby={`${id}-name`}
      aria-describedby={`${id}-about`}
      withBorder
      radius="md"
      p="md"
      c="inherit"
      className="kunci-card-link"
    >
      <Text fw={600} id={`${id}-name`}>
        {t(label)}
      </Text>
      {about !== undefined && (
        <Text size="sm" c="dimmed" id={`${id}-about`}>
          {t(about)}
        </Text>
      )}
    </Paper>
  );
}
