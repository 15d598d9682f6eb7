import { Box } from '@mantine/core';
import { QRCodeSVG } from 'qrcode.react';

interface QrCodeProps {
  readonly value: string;
  readonly sizePx: number;
  /** What it is, for people who cannot see it. */
  readonly title: string;
}

/** Dark on white in both themes: many cameras do not read it the other way round. */
export default function QrCode({ value, sizePx, title }: QrCodeProps) {
  return (
    <Box p="sm" bg="white" style={{ borderRadius: 'var(--mantine-radius-md)', lineHeight: 0 }}>
      <QRCodeSVG value={value} size={sizePx} title={title} marginSize={0} />
    </Box>
  );
}
