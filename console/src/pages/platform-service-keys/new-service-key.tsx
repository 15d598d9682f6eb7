import { Alert, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { serverAddress } from '../../api/base-path';
import { answerOf, api, type Schemas } from '../../api/client';
import { queryKeys } from '../../api/query-keys';
import { useCommand } from '../../api/use-command';
import { useStepUp } from '../../keys/use-step-up';
import { Dialog } from '../../patterns/dialog';
import { KeyCreatedDialog } from '../../patterns/key-created-dialog';
import { firstRequest, type NewSecret } from './first-request';
import { NewServiceKeyForm } from './new-service-key-form';

export interface NewServiceKeyProps {
  readonly opened: boolean;
  readonly onClose: () => void;
}

interface Made extends NewSecret {
  readonly name: string;
}

/** Makes a key for a service, and shows it this once. */
export function NewServiceKey({ opened, onClose }: NewServiceKeyProps) {
  const { t } = useTranslation('platform-service-keys');
  const [made, setMade] = useState<Made | null>(null);
  const [lost, setLost] = useState(false);
  const { withProof, dialog } = useStepUp();
  const command = useCommand({
    // The answer to a repeated request has no secret: the first one was lost on its way.
    send: (body: Schemas['NewServiceKey'], { headers }): Promise<Issued | null> =>
      withProof({ action: 'generate', kind: 'service' }, (proof) =>
        answerOf(api.POST('/api/v1/platform/service-keys', { body, headers: { ...headers, ...proof } })),
      ),
    refreshes: [queryKeys.platform('service-keys')],
    onDone: (issued) => {
      // The operator gave up at the step-up.
      if (issued === null) return;
      const { serviceKey, secret } = issued;
      setLost(secret === undefined);
      if (secret === undefined) return;
      const mayVerify = serviceKey.permissions.includes('keys:verify');
      const ofGateway = serviceKey.gateway !== null;
      setMade({ name: serviceKey.name, secret, mayVerify, ofGateway });
      onClose();
    },
  });
  const close = (): void => {
    setLost(false);
    command.reset();
    onClose();
  };
  const asked = { address: serverAddress(), key: t('create.keyToVerify') };
  return (
    <>
      <Dialog opened={opened} onClose={close} title={t('create.title')}>
        {lost && (
          <Alert role="alert" color="orange" mb="md" title={t('create.lost')}>
            {t('create.lostText')}
          </Alert>
        )}
        <NewServiceKeyForm command={command} onCancel={close} />
      </Dialog>
      {dialog}
      <KeyCreatedDialog
        secret={made?.secret ?? null}
        name={made?.name ?? null}
        recoverable={false}
        curl={made === null ? '' : firstRequest(made, asked)}
        onClose={() => setMade(null)}
        title={t('create.made')}
      >
        <Text size="sm">{t(useOf(made))}</Text>
      </KeyCreatedDialog>
    </>
  );
}

/** How the service, or the gateway, sends it. */
function useOf(made: Made | null) {
  if (made?.ofGateway === true) return 'create.useGateway';
  return made?.mayVerify === false ? 'create.useOther' : 'create.use';
}

type Issued = Omit<Schemas['IssuedServiceKey'], 'secret'> & { readonly secret?: string };
