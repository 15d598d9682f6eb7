import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { brand } from '../look/brand';
import { useCompany } from '../session/use-company';
import { useSession } from '../session/use-session';

const standings = {
  onboarding: 'statusOnboarding',
  in_review: 'statusInReview',
  approved: 'statusApproved',
  rejected: 'statusRejected',
  suspended: 'statusSuspended',
  closed: 'statusClosed',
} as const;

/** Whom one acts for, and how that company stands with the platform; leads to the overview. */
export function CompanyMark() {
  const { t } = useTranslation('shell');
  const { company, operator } = useSession();
  const standing = useStanding();
  const name = company?.name ?? brand().name;
  const about = operator ? t('sections.platform') : standing;
  return (
    <Link to="/" className="kunci-company-mark" aria-label={`${name}. ${t('home')}`} title={name}>
      <span className="kunci-monogram" aria-hidden>
        {monogramOf(name)}
      </span>
      <span className="kunci-company-name">
        {name}
        {about !== null && <small>{about}</small>}
      </span>
    </Link>
  );
}

function useStanding(): string | null {
  const { t } = useTranslation('patterns');
  const status = useCompany().data?.status;
  return status === undefined ? null : t(standings[status]);
}

/** `Orbit Bookings` is OB, `Kunci` is K. */
function monogramOf(name: string): string {
  const words = name.split(/\s+/).filter((word) => word !== '');
  return words
    .slice(0, 2)
    .map((word) => [...word][0] ?? '')
    .join('')
    .toUpperCase();
}
