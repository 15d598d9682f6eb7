import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { answerOf, api } from '../../api/client';
import { queryKeys } from '../../api/query-keys';
import { useProblemText } from '../../i18n/use-problem-text';
import { TypedDangerDialog } from '../../patterns/typed-danger-dialog';
import type { CompanyDetails } from './use-platform-company';

export interface CloseCompanyDialogProps {
  readonly opened: boolean;
  readonly company: CompanyDetails;
  readonly onClose: () => void;
}

/** Asks before a company ends, for good. */
export function CloseCompanyDialog({ opened, company, onClose }: CloseCompanyDialogProps) {
  const { t } = useTranslation('platform-company');
  const describeError = useProblemText();
  const queries = useQueryClient();
  const close = async (): Promise<void> => {
    const params = { path: { id: company.id } };
    await answerOf(api.POST('/api/v1/platform/companies/{id}/close', { params }));
    await queries.invalidateQueries({ queryKey: queryKeys.platform('companies') });
    onClose();
  };
  return (
    <TypedDangerDialog
      opened={opened}
      title={t('close.title')}
      thing={company.name}
      effect={t('close.text', { count: company.counts.keys })}
      wanted={company.slug}
      label={t('close.typed')}
      hint={t('close.typedHint', { slug: company.slug })}
      mismatch={t('close.mismatch', { slug: company.slug })}
      confirmLabel={t('close.act')}
      onConfirm={close}
      onClose={onClose}
      describeError={describeError}
    />
  );
}
