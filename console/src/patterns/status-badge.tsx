import { Badge } from '@mantine/core';
import {
  IconAlertTriangle,
  IconBan,
  IconCircleCheck,
  IconCircleDashed,
  IconCircleOff,
  IconCircleX,
  IconClockExclamation,
  IconClockX,
  IconHourglass,
  type IconProps,
  IconMail,
  IconPlayerPause,
  IconProgress,
  IconTrash,
  IconUserOff,
} from '@tabler/icons-react';
import type { ComponentType } from 'react';
import { useTranslation } from 'react-i18next';
import type { KeyBadgeStatus } from './key-badge-status';

type CompanyStatus = 'onboarding' | 'in_review' | 'approved' | 'rejected' | 'suspended' | 'closed';
type ActivationState = 'none' | 'requested' | 'enabled' | 'disabled';
type MemberStatus = 'invited' | 'active' | 'deactivated' | 'released';

/** Of a key, a company, a product's activation, a member or an account. The same word means the same for each of them. */
export type Status = KeyBadgeStatus | CompanyStatus | ActivationState | MemberStatus;

export interface StatusBadgeProps {
  readonly status: Status;
}

interface Look {
  readonly color: string;
  readonly Icon: ComponentType<IconProps>;
}

const looks: Readonly<Record<Status, Look>> = {
  active: { color: 'green', Icon: IconCircleCheck },
  expiringSoon: { color: 'yellow', Icon: IconClockExclamation },
  expired: { color: 'orange', Icon: IconClockX },
  disabled: { color: 'gray', Icon: IconCircleOff },
  broken: { color: 'red', Icon: IconAlertTriangle },
  revoked: { color: 'red', Icon: IconBan },
  suspended: { color: 'red', Icon: IconPlayerPause },
  closed: { color: 'gray', Icon: IconBan },
  deleted: { color: 'gray', Icon: IconTrash },
  onboarding: { color: 'blue', Icon: IconProgress },
  in_review: { color: 'yellow', Icon: IconHourglass },
  approved: { color: 'green', Icon: IconCircleCheck },
  rejected: { color: 'red', Icon: IconCircleX },
  none: { color: 'gray', Icon: IconCircleDashed },
  requested: { color: 'yellow', Icon: IconHourglass },
  enabled: { color: 'green', Icon: IconCircleCheck },
  invited: { color: 'blue', Icon: IconMail },
  deactivated: { color: 'gray', Icon: IconUserOff },
  released: { color: 'gray', Icon: IconUserOff },
};

/** A status in words, with an icon and a colour that say the same again. */
export function StatusBadge({ status }: StatusBadgeProps) {
  const label = useLabels()[status];
  const { color, Icon } = looks[status];
  return (
    <Badge
      variant="light"
      color={color}
      tt="none"
      size="lg"
      fw={600}
      leftSection={<Icon size={16} aria-hidden />}
      style={{ flexShrink: 0, minWidth: 'max-content' }}
    >
      {label}
    </Badge>
  );
}

function useLabels(): Readonly<Record<Status, string>> {
  const { t } = useTranslation('patterns');
  return {
    active: t('statusActive'),
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
  };
}
