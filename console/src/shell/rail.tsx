import { IconLayoutSidebarLeftCollapse, IconLayoutSidebarLeftExpand } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { CompanyMark } from './company-mark';
import { PlaceLink } from './place-link';
import type { Section } from './sections';
import { useRailSections } from './use-rail-sections';

interface RailProps {
  readonly narrow: boolean;
  readonly onTurn: () => void;
  /** Behind a menu that is open. */
  readonly behind: boolean;
}

/** Where there is room, the places stand at the left of every page; at its foot it makes itself narrow. */
export function Rail({ narrow, onTurn, behind }: RailProps) {
  const { t } = useTranslation('shell');
  const sections = useRailSections();
  const Turn = narrow ? IconLayoutSidebarLeftExpand : IconLayoutSidebarLeftCollapse;
  return (
    <nav className="kunci-rail" aria-label={t('rail.label')} inert={behind} aria-hidden={behind}>
      <CompanyMark />
      {sections.map((section) => (
        <RailSection key={section.under.join()} section={section} />
      ))}
      <button type="button" className="kunci-place kunci-rail-turn" onClick={onTurn} aria-expanded={!narrow}>
        <Turn size={18} stroke={1.6} aria-hidden />
        <span className="kunci-place-name">{narrow ? t('rail.widen') : t('rail.narrow')}</span>
      </button>
    </nav>
  );
}

function RailSection({ section: { under, places } }: { readonly section: Section }) {
  const { t } = useTranslation('shell');
  const [heading] = under;
  return (
    <>
      {heading !== undefined && <p className="kunci-rail-heading">{t(heading)}</p>}
      {places.map((place) => (
        <PlaceLink key={place.path} place={place} />
      ))}
    </>
  );
}
