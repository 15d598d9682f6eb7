import { Box, List, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useProblemText } from '../../i18n/use-problem-text';
import { ErrorState } from '../../patterns/error-state';
import { LoadingState } from '../../patterns/loading-state';
import { usePermissionGroups } from '../../permissions/use-permission-groups';

/** Permissions in words, each under the heading of what it is about. */
export function PermissionList({ permissions }: { readonly permissions: readonly string[] }) {
  const { t } = useTranslation('roles');
  const textOf = useProblemText();
  const { groups, error, refetch } = usePermissionGroups(({ name }) => permissions.includes(name));
  if (permissions.length === 0) return <Text c="dimmed">{t('noPermissions')}</Text>;
  if (error !== null) return <ErrorState onRetry={refetch}>{textOf(error)}</ErrorState>;
  if (groups === undefined) return <LoadingState />;
  return (
    <Box style={{ columns: '15rem 3', columnGap: 'var(--mantine-spacing-lg)' }}>
      {groups.map(({ id, label, permissions: held }) => (
        <Box key={id} pb="md" style={{ breakInside: 'avoid' }}>
          <Text fw={600} size="sm" mb={4}>
            {label}
          </Text>
          <List size="sm" spacing={2} withPadding={false}>
            {held.map((permission) => (
              <List.Item key={permission.name}>{permission.label}</List.Item>
            ))}
          </List>
        </Box>
      ))}
    </Box>
  );
}
