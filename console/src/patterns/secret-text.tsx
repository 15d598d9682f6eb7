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
    <Box component="code" className="kunci-key-text" style={{ userSelect: text === null ? 'none' : 'all' }}>
      {text ?? (
        <>
          <span aria-hidden>{masked}</span>
          <VisuallyHidden>{t('hidden')}</VisuallyHidden>
        </>
      )}
    </Box>
  );
}
