import { Paper, SimpleGrid, Stack, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { usePlacesIn } from '../../shell/access';

/** All places this session may go to, for who has not found the menus yet. */
export function Shortcuts() {
  const { t } = useTranslation(['overview', 'shell']);
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
        {places.map(({ path, label }) => (
          <Paper
            key={path}
            component={Link}
            to={path}
            withBorder
            radius="md"
            p="md"
            c="inherit"
            className="kunci-card-link"
          >
            <Text fw={600}>{t(`shell:${label}`)}</Text>
          </Paper>
        ))}
      </SimpleGrid>
    </Stack>
  );
}
