import { Anchor, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { answerOf, api, type Schemas } from '../../api/client';
import { queryKeys } from '../../api/query-keys';
import { type SendOptions, useCommand } from '../../api/use-command';
import { Dialog } from '../../patterns/dialog';
import { invitationLink } from '../../session/links';
import { LinkOnceDialog } from '../users/link-once-dialog';
import { NewCompanyForm } from './new-company-form';

export interface NewCompanyProps {
  readonly opened: boolean;
  readonly onClose: () => void;
}

type Made = Schemas['MadeCompany'];

/** Makes a company for a customer, and shows the link for its Owner this once. */
export function NewCompany({ opened, onClose }: NewCompanyProps) {
  const { t } = useTranslation('platform-companies');
  const [made, setMade] = useState<Made | null>(null);
  const command = useCommand({
    send: (body: Schemas['NewPlatformCompany'], { headers }: SendOptions) =>
      answerOf(api.POST('/api/v1/platform/companies', { body, headers })),
    refreshes: [queryKeys.platform('companies')],
    onDone: (answer: Made) => {
      setMade(answer);
      onClose();
    },
  });
  const close = (): void => {
    command.reset();
    onClose();
  };
  return (
    <>
      <Dialog opened={opened} onClose={close} title={t('create.title')}>
        <NewCompanyForm command={command} onCancel={close} />
      </Dialog>
      <LinkOnceDialog link={made && linkOf(made)} title={t('create.made')} onClose={() => setMade(null)}>
        <Text>{t('create.madeText', { company: made?.company.name })}</Text>
        {made !== null && (
          <Anchor
            component={Link}
            to={`/platform/companies/${made.company.id}`}
            size="sm"
            onClick={() => setMade(null)}
          >
            {t('create.toCompany')}
          </Anchor>
        )}
      </LinkOnceDialog>
    </>
  );
}

function linkOf({ invitation }: Made) {
  return { url: invitationLink(invitation.token), expiresAt: invitation.expiresAt };
}
