import { Group } from '@mantine/core';
import { CodeSample } from '../../patterns/code-sample';
import { CopyableText } from '../../patterns/copyable-text';
import { Fact } from '../../patterns/fact';
import { KeyLife } from '../../patterns/key-life';
import { KeyObject } from '../../patterns/key-object';
import { requestSamples } from '../../patterns/request-samples';
import { RoleBadges } from '../../patterns/role-badges';
import { SecretField } from '../../patterns/secret-field';
import { SecretText } from '../../patterns/secret-text';
import { type Status, StatusBadge } from '../../patterns/status-badge';
import { daysFromNow } from './moments';
import type { Shown } from './shown';

const made = daysFromNow(-90);
const masked = 'kunci_9NR2••••••••••••W3vb';
const url = 'https://keys.example.com/core/api/v1/sales_invoices';
const statuses: readonly Status[] = [
  ...([
    'active',
    'failing',
    'expiringSoon',
    'expired',
    'disabled',
    'broken',
    'revoked',
    'suspended',
  ] as const),
  ...([
    'onboarding',
    'in_review',
    'approved',
    'rejected',
    'requested',
    'invited',
    'released',
    'retired',
  ] as const),
];
const roles = ['Owner', 'Superadmin'].map((name) => ({ id: name, name }));

/** A key, what it is, and how long it lives. */
export const keys: readonly Shown[] = [
  {
    name: 'KeyObject',
    states: {
      filled: (
        <KeyObject life={<KeyLife from={made} until={daysFromNow(142)} />}>
          <code className="kunci-key-text">{masked}</code>
        </KeyObject>
      ),
    },
  },
  {
    name: 'KeyLife',
    states: {
      'no end': <KeyLife from={made} until={null} />,
      'end near': <KeyLife from={made} until={daysFromNow(5)} />,
      over: <KeyLife from={made} until={daysFromNow(-2)} />,
    },
  },
  {
    name: 'SecretField',
    states: {
      hidden: <SecretField label="API key" masked={masked} secret="a secret" />,
      'without copy': <SecretField label="API key" masked={masked} secret="a secret" withCopy={false} />,
    },
  },
  {
    name: 'SecretText',
    states: {
      hidden: <SecretText text={null} masked={masked} />,
      shown: <SecretText text="kunci_9NR2aB3dE5fG7hJ8W3vb" masked={masked} />,
    },
  },
  { name: 'CopyableText', states: { filled: <CopyableText text="orbit-bookings" what="Short name" /> } },
  {
    name: 'CodeSample',
    states: { filled: <CodeSample label="Request" samples={requestSamples({ url, apiKey: masked })} /> },
  },
  {
    name: 'StatusBadge',
    states: {
      all: (
        <Group>
          {statuses.map((status) => (
            <StatusBadge key={status} status={status} />
          ))}
        </Group>
      ),
    },
  },
  {
    name: 'RoleBadges',
    states: {
      filled: <RoleBadges roles={roles} none="No role" />,
      empty: <RoleBadges roles={[]} none="No role" />,
    },
  },
  {
    name: 'Fact',
    states: {
      filled: (
        <div className="kunci-facts">
          <dl>
            <Fact label="Kind">Company key</Fact>
            <Fact label="Name">
              A name that is longer than the place it has, and goes on in the next line
            </Fact>
          </dl>
        </div>
      ),
    },
  },
];
