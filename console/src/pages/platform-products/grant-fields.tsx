import { Checkbox, Stack } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useProblemText } from '../../i18n/use-problem-text';
import { ErrorState } from '../../patterns/error-state';
import { LoadingState } from '../../patterns/loading-state';
import type { PermissionEntry, PermissionGroup } from '../../permissions/permission-groups';
import { usePermissionGroups } from '../../permissions/use-permission-groups';

interface GrantFieldsProps {
  readonly value: readonly string[];
  readonly onChange: (grants: string[]) => void;
}

/** What the keys of a product may do in this program. */
export function GrantFields({ value, onChange }: GrantFieldsProps) {
  const { t } = useTranslation('platform-products');
  const textOf = useProblemText();
  const { groups, error, refetch } = usePermissionGroups(isGrantable);
  return (
    <Checkbox.Group
      label={t('grants')}
      description={t('create.grantsHint')}
      value={[...value]}
      onChange={onChange}
    >
      {error !== null && <ErrorState onRetry={refetch}>{textOf(error)}</ErrorState>}
      {error === null && groups === undefined && <LoadingState />}
      <Grants groups={groups ?? []} />
    </Checkbox.Group>
  );
}

function Grants({ groups }: { readonly groups: readonly PermissionGroup[] }) {
  return (
    <Stack gap="xs" mt="xs">
      {groups.flatMap((group) =>
        group.permissions.map(({ name, label }) => (
          <Checkbox key={name} value={name} label={`${group.label}: ${label}`} description={name} />
        )),
      )}
    </Stack>
  );
}

/** What a product defines itself is none of its grants. */
function isGrantable({ kinds, product }: PermissionEntry): boolean {
  return product === null && kinds.includes('product');
}
