import { Button, Code, Group, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Column } from '../../patterns/data-table';
import { RelativeTime } from '../../patterns/relative-time';
import { StatusBadge } from '../../patterns/status-badge';
import { usePermissionGroups } from '../../permissions/use-permission-groups';
import type { Product } from './product-values';

/** What is done to a product. */
export type Doing = 'edit' | 'retire';

export function useColumns(onDo: (doing: Doing, product: Product) => void): readonly Column<Product>[] {
  const { t } = useTranslation('platform-products');
  return [
    { key: 'name', header: t('name'), rowHeader: true, cell: ({ name }) => name },
    { key: 'code', header: t('code'), cell: ({ code }) => <Code fz="sm">{code}</Code> },
    {
      key: 'permissions',
      header: t('permissions.column'),
      cell: ({ permissions }) => <Permissions permissions={permissions} />,
    },
    { key: 'grants', header: t('grants'), cell: ({ grants }) => <Grants grants={grants} /> },
    { key: 'since', header: t('created'), cell: ({ createdAt }) => <RelativeTime at={createdAt} /> },
    {
      key: 'status',
      header: t('status'),
      cell: ({ retiredAt }) => <StatusBadge status={retiredAt === null ? 'active' : 'retired'} />,
    },
    {
      key: 'acts',
      header: t('actions'),
      actions: true,
      align: 'right',
      cell: (product) => product.retiredAt === null && <Acts product={product} onDo={onDo} />,
    },
  ];
}

interface ActsProps {
  readonly product: Product;
  readonly onDo: (doing: Doing, product: Product) => void;
}

function Acts({ product, onDo }: ActsProps) {
  const { t } = useTranslation('platform-products');
  const shared = { size: 'xs', variant: 'default' } as const;
  return (
    <Group gap="xs" justify="flex-end">
      <Button {...shared} aria-label={t('edit.of', product)} onClick={() => onDo('edit', product)}>
        {t('edit.act')}
      </Button>
      <Button {...shared} aria-label={t('retire.of', product)} onClick={() => onDo('retire', product)}>
        {t('retire.act')}
      </Button>
    </Group>
  );
}

function Permissions({ permissions }: Pick<Product, 'permissions'>) {
  const { t } = useTranslation('platform-products');
  if (permissions.length === 0) return <Text size="sm">{t('permissions.none')}</Text>;
  return (
    <Stack gap={2}>
      {permissions.map(({ name, label }) => (
        <Text key={name} span size="sm" title={name}>
          {label}
        </Text>
      ))}
    </Stack>
  );
}

function Grants({ grants }: Pick<Product, 'grants'>) {
  const { t } = useTranslation('platform-products');
  const { groups } = usePermissionGroups(({ name }) => grants.includes(name));
  if (grants.length === 0) return <Text size="sm">{t('grantsNothing')}</Text>;
  // Their names say enough until their labels are here.
  if (groups === undefined) return <Text size="sm">{grants.join(', ')}</Text>;
  return (
    <Group gap={6}>
      {groups.flatMap((group) =>
        group.permissions.map(({ name, label }) => (
          <Text key={name} span size="sm" display="block" w="100%">
            {`${group.label}: ${label}`}
          </Text>
        )),
      )}
    </Group>
  );
}
