import { useQuery } from '@tanstack/react-query';
import { type ManagementPermission, anyKindMay } from '../../../../libs/permissions';
import { answerOf, api } from '../../api/client';
import { queryKeys } from '../../api/query-keys';
import type { KeyKind } from '../../keys/key';
import { useKeyPolicy } from '../../keys/use-key-policy';
import type overview from '../../locales/en/overview.json';
import { useCan } from '../../session/use-can';
import { useCompany } from '../../session/use-company';
import { useMayOpen } from '../../shell/access';
import { mayReadKeys, useLatestUse } from './use-latest-use';

type StepName = `steps.${keyof (typeof overview)['steps']}`;

export interface Step {
  readonly label: StepName;
  readonly hint: StepName;
  readonly done: boolean;
  /** Where one does it, or null where this session may not go. */
  readonly to: string | null;
}

/** Where keys are made, and of which kind: the first of these that one may open. */
const keyMakers = new Map<string, KeyKind>([
  ['/api-keys', 'company'],
  ['/api-credentials', 'company'],
  ['/generate-api-key', 'company'],
  ['/developer-option', 'product'],
  ['/my-settings', 'personal'],
]);

/** The first steps that this session could take, or that others took before; none before all is known. */
export function useSteps(): readonly Step[] {
  const { can, canAny } = useCan();
  const mayMakeKeys = canAny(anyKindMay('generate')) && canAny(mayReadKeys);
  const keys = useLatestUse(mayMakeKeys).data;
  const others = useHasOthers(can);
  const status = useCompany().data?.status;
  const firstOf = useFirstOf();
  const maker = firstOf([...keyMakers.keys()]);
  const policy = useKeyPolicy(keyMakers.get(maker ?? '') ?? 'company');
  const keyHint = policy?.visibility === 'recoverable' ? 'steps.keyHintAgain' : 'steps.keyHint';
  const steps: (Step | null)[] = [
    keys === undefined ? null : { label: 'steps.key', hint: keyHint, done: keys.anyKey, to: maker },
    keys === undefined
      ? null
      : { label: 'steps.request', hint: 'steps.requestHint', done: keys.key !== null, to: null },
    others === undefined
      ? null
      : { label: 'steps.invite', hint: 'steps.inviteHint', done: others, to: firstOf(['/users']) },
    status === undefined || !can('company:submit')
      ? null
      : {
          label: 'steps.submit',
          hint: 'steps.submitHint',
          done: isSubmitted(status),
          to: firstOf(['/company']),
        },
  ];
  return steps.filter((step) => step !== null);
}

function useFirstOf(): (paths: readonly string[]) => string | null {
  const mayOpen = useMayOpen();
  return (paths) => paths.find(mayOpen) ?? null;
}

function useHasOthers(can: (permission: ManagementPermission) => boolean): boolean | undefined {
  return useQuery({
    queryKey: queryKeys.users('two'),
    queryFn: () => answerOf(api.GET('/api/v1/users', { params: { query: { limit: 2 } } })),
    enabled: can('users:read') && can('users:create'),
  }).data?.data.some((_user, index) => index > 0);
}

function isSubmitted(status: string): boolean {
  return status !== 'onboarding' && status !== 'rejected';
}
