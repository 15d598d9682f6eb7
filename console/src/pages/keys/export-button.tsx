import { Button } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answerOf, api } from '../../api/client';
import type { AskedKeys } from './key-filters';
import { keysAsCsv } from './keys-as-csv';

interface ExportButtonProps extends Pick<AskedKeys, 'filters' | 'sort'> {
  /** Null where it went well. */
  readonly onEnd: (problem: Error | null) => void;
}

/** Downloads all keys that the filters leave, on all pages; pressed again it gives up. */
export function ExportButton(props: ExportButtonProps) {
  const { t } = useTranslation('keys');
  const { count, start, stop } = useExport(props);
  const label = count === null ? t('export.csv') : t('export.stop', { rows: count });
  return (
    <Button
      variant="default"
      leftSection={<IconDownload size={18} aria-hidden />}
      onClick={count === null ? start : stop}
    >
      {label}
    </Button>
  );
}

function useExport({ filters, sort, onEnd }: ExportButtonProps) {
  const [count, setCount] = useState<number | null>(null);
  const running = useRef<AbortController | null>(null);
  useEffect(() => () => running.current?.abort(), []);
  const stop = (): void => {
    running.current?.abort();
    setCount(null);
  };
  const run = async (signal: AbortSignal): Promise<void> => {
    const query = { ...filters, sort };
    const file = await keysAsCsv(
      (page) => answerOf(api.GET('/api/v1/keys', { params: { query: { ...query, ...page } }, signal })),
      { signal, onRead: setCount },
    );
    download(file, `keys-${new Date().toISOString().slice(0, 10)}.csv`);
  };
  const start = (): void => {
    const { signal } = (running.current = new AbortController());
    setCount(0);
    onEnd(null);
    run(signal)
      .catch((problem: unknown) => {
        if (!signal.aborted && problem instanceof Error) onEnd(problem);
      })
      .finally(() => !signal.aborted && setCount(null));
  };
  return { count, start, stop };
}

function download(file: Blob, name: string): void {
  const address = URL.createObjectURL(file);
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  // The download has its own hold on the file by then.
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}
