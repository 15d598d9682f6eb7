import { useTranslation } from 'react-i18next';
import type { Schemas } from '../../api/client';
import { useKeyPolicy } from '../../keys/use-key-policy';
import { useMayMake } from '../../keys/use-may-make';
import { useMyFactors } from '../../session/use-my-factors';

/** Something that has to be so before keys can be made. */
export interface Step {
  readonly label: string;
  /** What to do, while it is not so. */
  readonly hint: string;
  readonly done: boolean;
  /** Where that is done. */
  readonly place: '/company' | '/my-settings';
}

export interface StepsProps {
  readonly company: Schemas['Company'];
  readonly products: readonly Schemas['Product'][];
}

/** What the company has to have, and then what the reader needs who is to make keys. */
export function useSteps(props: StepsProps): readonly Step[] {
  return [...useCompanySteps(props), ...useOwnSteps()];
}

function useCompanySteps({ company: { status }, products }: StepsProps): readonly Step[] {
  const { t } = useTranslation('developer-option');
  const approval = {
    onboarding: t('before.approvedOnboarding'),
    in_review: t('before.approvedInReview'),
    rejected: t('before.approvedRejected'),
    suspended: t('before.approvedSuspended'),
    approved: '',
  }[status];
  const requested = products.find(({ activation }) => activation === 'requested');
  const place = '/company';
  return [
    {
      label: t('before.onboarding'),
      hint: t('before.onboardingHint'),
      done: status !== 'onboarding',
      place,
    },
    { label: t('before.approved'), hint: approval, done: status === 'approved', place },
    {
      label: t('before.product'),
      hint:
        requested === undefined
          ? t('before.productHint')
          : t('before.productRequested', { product: requested.name }),
      done: products.some(({ activation }) => activation === 'enabled'),
      place,
    },
  ];
}

/** The PIN or the codes that the company's policy asks of who makes a key. */
function useOwnSteps(): readonly Step[] {
  const { t } = useTranslation('developer-option');
  const mayMake = useMayMake('product');
  const wanted = useKeyPolicy('product')?.stepUp.generate;
  const { data: factors } = useMyFactors();
  if (!mayMake || factors === undefined) return [];
  const place = '/my-settings';
  if (wanted === 'pin') {
    return [{ label: t('before.pin'), hint: t('before.pinHint'), done: factors.pin, place }];
  }
  if (wanted === 'totp') {
    return [{ label: t('before.totp'), hint: t('before.totpHint'), done: factors.totp, place }];
  }
  return [];
}
