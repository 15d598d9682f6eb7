import { usePlacesIn } from './access';
import { MenuPlaces } from './menu-places';

/** What is behind the gear. */
export function SettingsItems() {
  return <MenuPlaces places={usePlacesIn('settings')} />;
}
