import { Box, VisuallyHidden } from '@mantine/core';
import { useTranslation } from 'react-i18next';

export interface SecretTextProps {
  /** The secret, or null while it is hidden. */
  readonly text: string | null;
  readonly masked: string;
}

/** A secret in full, on as many lines as it needs, or what stands for it. One click selects all of it. */
export function SecretText({ text, masked }: SecretTextProps) {
  const { t } = useTranslation('patterns');
  return (
    <Box
      component="code"
      px="sm"
      pt={8}
      pb={6}
      bd="1px solid var(--mantine-color-default-border)"
      ff="monospace"
      fz="sm"
      ta="left"
      style={{
        flex: '1 1 12rem',
        // In the middle, where what stands beside it is higher.
        display: 'grid',
        alignContent: 'center',
        minWidth: 0,
        borderRadius: 'var(--mantine-radius-default)',
        overflowWrap: 'anywhere',
        userSelect: text === null ? 'none' : 'all',
      }}
    >
      {text ?? (
        <>
          <span aria-hidden>{masked}</span>
          <VisuallyHidden>{t('hidden')}</VisuallyHidden>
        </>
      )}
    </Box>
  );
}
