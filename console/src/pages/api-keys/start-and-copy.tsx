import { Code, Group } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Key } from '../../keys/key';
import { useIsShowable } from '../../keys/key-secret';
import { useKeyName } from '../../keys/use-key-name';
import type { Revealing } from '../../keys/use-reveal';
import { CopyButton } from '../../patterns/copy-button';
import { maskedKey } from '../../patterns/masking';

interface StartAndCopyProps {
  readonly apiKey: Key;
  readonly reveal: Revealing['reveal'];
}

/** How a key begins and ends; and all of it for the clipboard, where the company lets keys be seen again. */
export function StartAndCopy({ apiKey, reveal }: StartAndCopyProps) {
  const { t } = useTranslation('api-keys');
  const nameOf = useKeyName();
  const showable = useIsShowable()(apiKey);
  return (
    <Group component="span" gap={4} wrap="nowrap" display="inline-flex">
      <Code fz="sm">{maskedKey(apiKey)}</Code>
      {showable && (
        <CopyButton text={() => reveal(apiKey)} what={t('copyWhat', { name: nameOf(apiKey) })} iconOnly />
      )}
    </Group>
  );
}
