import { IconCircle } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Link, useLocation } from 'react-router';
import { placeIcons } from './place-icons';
import type { Place } from './places';

export interface PlaceLinkProps {
  readonly place: Place;
  readonly onFollow?: () => void;
}

/** A place in the rail or behind ☰; marked while one is there, or on a page under it. */
export function PlaceLink({ place: { path, label }, onFollow }: PlaceLinkProps) {
  const { t } = useTranslation('shell');
  const { pathname } = useLocation();
  const Icon = placeIcons[path] ?? IconCircle;
  const isHere = pathname === path;
  const isUnder = path !== '/' && pathname.startsWith(`${path}/`);
  return (
    <Link
      to={path}
      className="kunci-place"
      aria-current={isHere ? 'page' : isUnder ? 'true' : undefined}
      onClick={onFollow}
    >
      <Icon size={18} stroke={1.6} aria-hidden />
      <span className="kunci-place-name">{t(label)}</span>
    </Link>
  );
}
