import { Menu } from '@mantine/core';
import { Fragment } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useLocation } from 'react-router';
import type { Place } from './places';
import { sectionsOf } from './sections';

/** The places of a drop-down menu, under their headings. */
export function MenuPlaces({ places }: { places: readonly Place[] }) {
  const { t } = useTranslation('shell');
  const { pathname } = useLocation();
  return sectionsOf(places).map(({ under, places: inside }) => (
    <Fragment key={under.join()}>
      {under.length > 0 && <Menu.Label>{under.map((heading) => t(heading)).join(' › ')}</Menu.Label>}
      {inside.map(({ path, label }) => (
        <Menu.Item
          key={path}
          component={Link}
          to={path}
          aria-current={pathname === path ? 'page' : undefined}
        >
          {t(label)}
        </Menu.Item>
      ))}
    </Fragment>
  ));
}
