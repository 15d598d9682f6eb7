import { Stack, Title } from '@mantine/core';
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
    <Stack component="section" gap="xs" aria-labelledby="shortcuts">
      <Title order={2} size="h4" id="shortcuts">
        {t('places')}
      </Title>
      <div className="kunci-shortcuts">
        {places.map((place) => (
          <Shortcut key={place.path} place={place} />
        ))}
      </div>
    </Stack>
  );
}

function Shortcut({ place: { path, label, about } }: { readonly place: Place }) {
  const { t } = useTranslation('shell');
  const id = useId();
  return (
    <Link
      to={path}
      // So that it is called as in the menu.
      aria-labelledby={`${id}-name`}
      aria-describedby={`${id}-about`}
    >
      <span id={`${id}-name`}>{t(label)}</span>
      {about !== undefined && <small id={`${id}-about`}>{t(about)}</small>}
    </Link>
  );
}
