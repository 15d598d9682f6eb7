import { Button, Group, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { queryKeys } from '../../api/query-keys';
import { useCommand } from '../../api/use-command';
import { FormFailure } from '../../forms/form-failure';
import { readCatalogue } from '../../keys/read-products';
import { Dialog } from '../../patterns/dialog';
import { LoadingState } from '../../patterns/loading-state';
import { StatusBadge } from '../../patterns/status-badge';
import { type Choice, type Company, type NamedProduct, withProduct } from './choice';
import type { Chosen } from './use-choice';
import { setProduct } from './use-decisions';

interface ProductsDialogProps {
  readonly choice: Chosen;
  readonly onChoose: (choice: Choice) => void;
  readonly onClose: () => void;
}

/** Which products a company has, with a switch for each. Switching off is asked about once more, for it stops keys. */
export function ProductsDialog({ choice: { choice, opened }, onChoose, onClose }: ProductsDialogProps) {
  const { t } = useTranslation('platform-companies');
  const company = choice?.company ?? null;
  return (
    <Dialog
      opened={opened && choice?.act === 'products'}
      onClose={onClose}
      title={t('productsDialog.title', { company: company?.name ?? '' })}
      size="lg"
    >
      {company !== null && <Products company={company} onChoose={onChoose} onClose={onClose} />}
    </Dialog>
  );
}

interface ProductsProps {
  readonly company: Company;
  readonly onChoose: (choice: Choice) => void;
  readonly onClose: () => void;
}

function Products({ company, onChoose, onClose }: ProductsProps) {
  const { t } = useTranslation('platform-companies');
  const catalogue = useQuery({
    queryKey: queryKeys.platform('products', 'all'),
    queryFn: readCatalogue,
  });
  const enabling = useCommand({
    send: (code: string) => setProduct(company.id, code, true),
    refreshes: [queryKeys.platform('companies')],
    onDone: (_answer, code) => onChoose({ act: 'products', company: withProduct(company, code, 'enabled') }),
  });
  const activationOf = (code: string) =>
    company.products.find((one) => one.code === code)?.activation ?? 'none';
  return (
    <Stack gap="md">
      <FormFailure failure={enabling.problem ?? catalogue.error} />
      {catalogue.isPending && <LoadingState onRetry={() => void catalogue.refetch()} />}
      {catalogue.data?.length === 0 && <Text>{t('productsDialog.none')}</Text>}
      <Stack component="ul" gap="sm" p={0} m={0} style={{ listStyle: 'none' }}>
        {catalogue.data?.map((product) => (
          <Product
            key={product.code}
            product={product}
            activation={activationOf(product.code)}
            onEnable={() => void enabling.run(product.code)}
            onDisable={() => onChoose({ act: 'disable', company, product })}
          />
        ))}
      </Stack>
      <Group justify="flex-end">
        <Button variant="default" onClick={onClose}>
          {t('productsDialog.close')}
        </Button>
      </Group>
    </Stack>
  );
}

interface ProductProps {
  readonly product: NamedProduct;
  readonly activation: Company['products'][number]['activation'];
  readonly onEnable: () => void;
  readonly onDisable: () => void;
}

function Product({ product, activation, onEnable, onDisable }: ProductProps) {
  const { t } = useTranslation('platform-companies');
  const isOn = activation === 'enabled';
  return (
    <Group component="li" justify="space-between" gap="sm">
      <div>
        <Text fw={600}>{product.name}</Text>
        <Text size="sm" c="dimmed">
          {product.code}
        </Text>
      </div>
      <Group gap="sm" wrap="nowrap">
        <StatusBadge status={activation} />
        <Button
          size="xs"
          variant={activation === 'requested' ? 'filled' : 'default'}
          aria-label={t(isOn ? 'productsDialog.disableOf' : 'productsDialog.enableOf', {
            product: product.name,
          })}
          onClick={isOn ? onDisable : onEnable}
        >
          {t(isOn ? 'productsDialog.disable' : 'productsDialog.enable')}
        </Button>
      </Group>
    </Group>
  );
}
