import { Button, Group, Paper, Stack, Text, Title } from '@mantine/core';
import { IconKey } from '@tabler/icons-react';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Schemas } from '../../api/client';
import { useMayMake } from '../../keys/use-may-make';
import { StatusBadge } from '../../patterns/status-badge';
import { GenerateDialog } from './generate-dialog';
import { ProductKeys } from './product-keys';

export interface ProductCardProps {
  readonly product: Schemas['Product'];
  /** Whether the company is; before that no product has keys. */
  readonly approved: boolean;
}

/** One product: whether it can have keys, those it has, and a button for another. */
export function ProductCard({ product, approved }: ProductCardProps) {
  const { t } = useTranslation('developer-option');
  const heading = useId();
  const [generating, setGenerating] = useState(false);
  const isOpen = approved && product.activation === 'enabled';
  const mayGenerate = useMayMake('product') && isOpen;
  const generate = mayGenerate && (
    <Button leftSection={<IconKey size={18} aria-hidden />} onClick={() => setGenerating(true)}>
      {t('generate.open')}
    </Button>
  );
  const why = {
    none: t('card.none'),
    requested: t('card.requested'),
    disabled: t('card.disabled'),
    enabled: t('card.notApproved'),
  }[product.activation];
  // Keys that were made before the product was switched off are kept.
  const hasKeys = product.activation === 'enabled' || product.activation === 'disabled';
  return (
    <Paper component="section" withBorder radius="md" p="lg" aria-labelledby={heading}>
      <Stack gap="md">
        <Group justify="space-between" gap="sm">
          <Group gap="sm">
            <Title order={2} size="h4" id={heading}>
              {product.name}
            </Title>
            <StatusBadge status={product.activation} />
          </Group>
          {generate}
        </Group>
        {!isOpen && <Text>{why}</Text>}
        {hasKeys && <ProductKeys product={product} mayGenerate={mayGenerate} />}
      </Stack>
      <GenerateDialog product={product} opened={generating} onClose={() => setGenerating(false)} />
    </Paper>
  );
}
