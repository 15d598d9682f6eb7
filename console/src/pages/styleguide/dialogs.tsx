import { Button, Text } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { ConfirmDialog } from '../../patterns/confirm-dialog';
import { DangerDialog } from '../../patterns/danger-dialog';
import { KeyCreatedDialog } from '../../patterns/key-created-dialog';
import { KeyLife } from '../../patterns/key-life';
import { StepUpDialog } from '../../patterns/step-up-dialog';
import { TypedDangerDialog } from '../../patterns/typed-danger-dialog';
import { daysFromNow } from './moments';
import type { Shown } from './shown';

const secret = 'kunci_9NR2aB3dE5fG7hJ8W3vb';
const refuse = (): Promise<void> => Promise.reject(new Error('Nothing happens on this page.'));
const danger = {
  title: 'Revoke key',
  thing: 'Website (••••W3vb)',
  confirmLabel: 'Revoke',
  onConfirm: refuse,
};
const effect = 'Requests with it are refused at once. This cannot be undone.';
const created = { secret, name: 'Website', curl: `curl -H 'X-API-Key: ${secret}' https://keys.example.com/` };

/** What asks, or tells, over the page: each opens when its button is pressed. */
export const dialogs: readonly Shown[] = [
  {
    name: 'ConfirmDialog',
    states: {
      filled: (
        <Opener label="Ask once more">
          {(opened, onClose) => (
            <ConfirmDialog
              {...{ opened, onClose }}
              title="Disable key"
              confirmLabel="Disable"
              onConfirm={refuse}
            >
              <Text>Requests with it are refused until it is enabled again.</Text>
            </ConfirmDialog>
          )}
        </Opener>
      ),
    },
  },
  {
    name: 'DangerDialog',
    states: {
      filled: (
        <Opener label="Ask before it ends">
          {(opened, onClose) => <DangerDialog {...{ ...danger, effect, opened, onClose }} />}
        </Opener>
      ),
      'in use': (
        <Opener label="Ask before one ends that is in use">
          {(opened, onClose) => (
            <DangerDialog
              {...{ ...danger, effect, opened, onClose }}
              lastUsedAt={daysFromNow(-1)}
              factor="password"
            />
          )}
        </Opener>
      ),
      typed: (
        <Opener label="Ask for its name">
          {(opened, onClose) => (
            <TypedDangerDialog
              {...{ ...danger, effect, opened, onClose }}
              wanted="orbit-bookings"
              label="Short name of the company"
              hint="Type orbit-bookings."
              mismatch="This is another name."
            />
          )}
        </Opener>
      ),
    },
  },
  {
    name: 'StepUpDialog',
    states: Object.fromEntries(
      (['password', 'pin', 'totp'] as const).map((factor) => [
        factor,
        <Opener key={factor} label={`Ask for proof: ${factor}`}>
          {(opened, onClose) => <StepUpDialog {...{ factor, opened, onClose }} onProve={refuse} />}
        </Opener>,
      ]),
    ),
  },
  {
    name: 'KeyCreatedDialog',
    states: {
      recoverable: (
        <Opener label="Show a new key">
          {(opened, onClose) => (
            <KeyCreatedDialog
              {...created}
              {...{ onClose }}
              secret={opened ? secret : null}
              recoverable
              life={<KeyLife from={daysFromNow(0)} until={daysFromNow(90)} />}
            />
          )}
        </Opener>
      ),
      once: (
        <Opener label="Show a new key once">
          {(opened, onClose) => (
            <KeyCreatedDialog
              {...created}
              {...{ onClose }}
              secret={opened ? secret : null}
              recoverable={false}
            />
          )}
        </Opener>
      ),
    },
  },
];

interface OpenerProps {
  readonly label: string;
  readonly children: (opened: boolean, onClose: () => void) => ReactNode;
}

function Opener({ label, children }: OpenerProps) {
  const [opened, setOpened] = useState(false);
  return (
    <>
      <Button variant="default" onClick={() => setOpened(true)}>
        {label}
      </Button>
      {children(opened, () => setOpened(false))}
    </>
  );
}
