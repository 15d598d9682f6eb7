import { Button, Group, Stack, Text } from '@mantine/core';
import { IconBuildingOff, IconLink } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answerOf, api } from '../../api/client';
import { queryKeys } from '../../api/query-keys';
import { type SendOptions, useCommand } from '../../api/use-command';
import { FormFailure } from '../../forms/form-failure';
import { invitationLink } from '../../session/links';
import { LinkOnceDialog, type OnceLink } from '../users/link-once-dialog';
import { CloseCompanyDialog } from './close-company-dialog';
import type { CompanyDetails } from './use-platform-company';

/** Another link for an Owner who has not come yet, and the end of the company. */
export function CompanyCommands({ company }: { readonly company: CompanyDetails }) {
  const { t } = useTranslation('platform-company');
  const [closing, setClosing] = useState(false);
  const invitation = useRenewing(company);
  if (company.status === 'closed') return null;
  return (
    <Stack gap="sm">
      <FormFailure failure={invitation.problem} />
      <Group gap="xs">
        {company.counts.members === 0 && (
          <Button
            variant="default"
            leftSection={<IconLink size={16} aria-hidden />}
            loading={invitation.pending}
            onClick={() => void invitation.run(company.id)}
          >
            {t('invite.act')}
          </Button>
        )}
        <Button
          variant="default"
          leftSection={<IconBuildingOff size={16} aria-hidden />}
          onClick={() => setClosing(true)}
        >
          {t('close.act')}
        </Button>
      </Group>
      <LinkOnceDialog link={invitation.link} title={t('invite.title')} onClose={invitation.forget}>
        <Text>{t('invite.text', { username: invitation.link?.username })}</Text>
      </LinkOnceDialog>
      <CloseCompanyDialog opened={closing} company={company} onClose={() => setClosing(false)} />
    </Stack>
  );
}

function useRenewing({ id }: CompanyDetails) {
  const [link, setLink] = useState<(OnceLink & { readonly username: string }) | null>(null);
  const { run, pending, problem } = useCommand({
    send: (_company: string, { headers }: SendOptions) =>
      answerOf(api.POST('/api/v1/platform/companies/{id}/invitation', { params: { path: { id } }, headers })),
    refreshes: [queryKeys.platform('companies')],
    onDone: ({ token, expiresAt, username }) => setLink({ url: invitationLink(token), expiresAt, username }),
  });
  return { run, pending, problem, link, forget: () => setLink(null) };
}
