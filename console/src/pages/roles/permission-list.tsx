import { Box, List, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Permission } from '../../../../libs/permissions';
import { permissionGroups, permissionWords } from './permission-words';

/** Permissions in words, each under the heading of what it is about. */
export function PermissionList({ permissions }: { readonly permissions: readonly Permission[] }) {
  const { t } = useTranslation('roles');
  if (permissions.length === 0) return <Text c="dimmed">{t('noPermissions')}</Text>;
  const groups = permissionGroups
    .map((group) => ({ ...group, held: group.permissions.filter((one) => permissions.includes(one)) }))
    .filter(({ held }) => held.length > 0);
  return (
    <Box style={{ columns: '15rem 3', columnGap: 'var(--mantine-spacing-lg)' }}>
      {groups.map(({ label, held }) => (
        <Box key={label} pb="md" style={{ breakInside: 'avoid' }}>
          <Text fw={600} size="sm" mb={4}>
            {t(label)}
          </Text>
          <List size="sm" spacing={2} withPadding={false}>
            {held.map((permission) => (
              <List.Item key={permission}>{t(permissionWords[permission])}</List.Item>
            ))}
          </List>
        </Box>
      ))}
    </Box>
  );
}
