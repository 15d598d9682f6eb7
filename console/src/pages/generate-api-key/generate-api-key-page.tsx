import { Button } from '@mantine/core';
import { IconKey, IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { FormFailure } from '../../forms/form-failure';
import { KindOffNotice } from '../../keys/kind-off-notice';
import { useMayMake } from '../../keys/use-may-make';
import { useCompanyKeys } from '../../keys/use-company-keys';
import { useEnding } from '../../keys/use-ending';
import { useReveal } from '../../keys/use-reveal';
import { EmptyState } from '../../patterns/empty-state';
import { ListTable } from '../../patterns/list-table';
import { useSession } from '../../session/use-session';
import { Page } from '../../shell/page';
import { GenerateToken } from './generate-token';
import { useTokenColumns } from './use-token-columns';

/** Labelled tokens: generated, shown, and revoked; a revoked one stays in the list. */
export default function GenerateApiKeyPage() {
  const { t } = useTranslation('generate-api-key');
  const { company } = useSession();
  const list = useCompanyKeys();
  const revealing = useReveal();
  const ending = useEnding({
    wordsFor: () => ({
      title: t('revoke.title'),
      effect: t('revoke.effect'),
      confirmLabel: t('revoke.confirm'),
    }),
  });
  const columns = useTokenColumns(revealing, ending);
  const [generating, setGenerating] = useState(false);
  const generate = useMayMake('company') && (
    <Button leftSection={<IconPlus size={18} aria-hidden />} onClick={() => setGenerating(true)}>
      {t('generate')}
    </Button>
  );
  return (
    <Page title={t('title')} description={t('description')} actions={generate}>
      <KindOffNotice kind="company" />
      {ending.notice}
      <FormFailure failure={revealing.problem} />
      <ListTable
        caption={t('caption', { company: company?.name ?? '' })}
        rowKey={({ id }) => id}
        list={list}
        columns={columns}
        empty={
          <EmptyState title={t('empty.title')} Icon={IconKey} action={generate}>
            {t('empty.text')}
          </EmptyState>
        }
      />
      <GenerateToken opened={generating} onClose={() => setGenerating(false)} onMade={ending.forget} />
      {ending.dialog}
      {revealing.dialog}
    </Page>
  );
}
