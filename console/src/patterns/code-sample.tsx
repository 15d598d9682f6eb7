import { Box, Group, Paper, Tabs, Text } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { CopyButton } from './copy-button';
import type { Sample, SampleLanguage } from './request-samples';
import { ScrollRegion } from './scroll-region';

export interface CodeSampleProps {
  /** What the code does: "List the sales invoices". */
  readonly label: string;
  /** One, or one for each language; then there are tabs. */
  readonly samples: readonly Sample[];
  readonly onCopied?: () => void;
}

/** How the languages call themselves: names, the same in every language that people speak. */
const names: Record<SampleLanguage, string> = { curl: 'curl', javascript: 'JavaScript', python: 'Python' };

/** Code to copy and run. */
export function CodeSample({ label, samples, onCopied }: CodeSampleProps) {
  const [chosen, setChosen] = useState<string | null>(null);
  const sample = samples.find(({ language }) => language === chosen) ?? samples[0];
  if (sample === undefined) return null;

  const what = `${label}, ${names[sample.language]}`;
  const copy = <CopyButton text={sample.code} what={what} size="xs" onCopied={onCopied} />;
  if (samples.length === 1) {
    return (
      <Paper withBorder>
        <Header start={<Text fz="sm">{names[sample.language]}</Text>} end={copy} />
        <Code label={label} sample={sample} />
      </Paper>
    );
  }
  return (
    <Paper withBorder>
      <Tabs value={sample.language} onChange={setChosen} keepMounted>
        <Header start={<LanguageTabs label={label} samples={samples} />} end={copy} />
        {samples.map((each) => (
          <Tabs.Panel key={each.language} value={each.language}>
            <Code label={label} sample={each} />
          </Tabs.Panel>
        ))}
      </Tabs>
    </Paper>
  );
}

function LanguageTabs({ label, samples }: CodeSampleProps) {
  return (
    <Tabs.List aria-label={label} style={{ '--tabs-list-border-width': 0 }}>
      {samples.map(({ language }) => (
        <Tabs.Tab key={language} value={language}>
          {names[language]}
        </Tabs.Tab>
      ))}
    </Tabs.List>
  );
}

function Header({ start, end }: { readonly start: ReactNode; readonly end: ReactNode }) {
  return (
    <Group
      justify="space-between"
      px="sm"
      py={6}
      gap="xs"
      style={{ borderBottom: '1px solid var(--mantine-color-default-border)' }}
    >
      {start}
      {end}
    </Group>
  );
}

function Code({ label, sample }: { readonly label: string; readonly sample: Sample }) {
  return (
    <ScrollRegion label={`${label}, ${names[sample.language]}`} p="sm">
      <Box component="pre" m={0} fz="sm" ff="monospace" w="max-content" miw="100%">
        <code>{sample.code}</code>
      </Box>
    </ScrollRegion>
  );
}
