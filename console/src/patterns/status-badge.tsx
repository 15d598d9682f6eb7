import { useTranslation } from 'react-i18next';
import type { KeyBadgeStatus } from './key-badge-status';

type CompanyStatus = 'onboarding' | 'in_review' | 'approved' | 'rejected' | 'suspended' | 'closed';
type ProductStatus = 'retired';
type ActivationState = 'none' | 'requested' | 'enabled' | 'disabled';
type MemberStatus = 'invited' | 'active' | 'deactivated' | 'released';

/** Of a key, a company, a product, its activation, a member or an account. The same word means the same for each of them. */
export type Status = KeyBadgeStatus | CompanyStatus | ProductStatus | ActivationState | MemberStatus;

export interface StatusBadgeProps {
  readonly status: Status;
}

interface Look {
  readonly tone: 'good' | 'warning' | 'danger' | 'neutral';
  /** Nothing works here, and nothing is wrong. */
  readonly hollow?: true;
  /** On a tint: what is wrong, or due. */
  readonly loud?: true;
}

const looks: Readonly<Record<Status, Look>> = {
  active: { tone: 'good' },
  failing: { tone: 'danger', loud: true },
  expiringSoon: { tone: 'warning', loud: true },
  expired: { tone: 'warning' },
  disabled: { tone: 'neutral', hollow: true },
  broken: { tone: 'danger', loud: true },
  revoked: { tone: 'neutral' },
  suspended: { tone: 'danger', loud: true },
  closed: { tone: 'neutral' },
  deleted: { tone: 'neutral' },
  onboarding: { tone: 'neutral', hollow: true },
  in_review: { tone: 'warning', loud: true },
  approved: { tone: 'good' },
  rejected: { tone: 'danger', loud: true },
  none: { tone: 'neutral', hollow: true },
  requested: { tone: 'warning', loud: true },
  enabled: { tone: 'good' },
  invited: { tone: 'warning' },
  deactivated: { tone: 'neutral', hollow: true },
  released: { tone: 'neutral' },
  retired: { tone: 'neutral' },
};

/** A status in a word, with a dot. Only what is wrong or due has a colour of its own. */
export function StatusBadge({ status }: StatusBadgeProps) {
  const label = useLabels()[status];
  const { tone, hollow, loud } = looks[status];
  return (
    <span className="kunci-status" data-tone={tone} data-hollow={hollow} data-loud={loud}>
      {label}
    </span>
  );
}

function useLabels(): Readonly<Record<Status, string>> {
  const { t } = useTranslation('patterns');
  return {
    active: t('statusActive'),
    failing: t('statusFailing'),
    expiringSoon: t('statusExpiringSoon'),
    expired: t('statusExpired'),
    disabled: t('statusDisabled'),
    broken: t('statusBroken'),
    revoked: t('statusRevoked'),
    suspended: t('statusSuspended'),
    closed: t('statusClosed'),
    deleted: t('statusDeleted'),
    onboarding: t('statusOnboarding'),
    in_review: t('statusInReview'),
    approved: t('statusApproved'),
    rejected: t('statusRejected'),
    none: t('statusNone'),
    requested: t('statusRequested'),
    enabled: t('statusEnabled'),
    invited: t('statusInvited'),
    deactivated: t('statusDeactivated'),
    released: t('statusReleased'),
    retired: t('statusRetired'),
  };
}
