import { Code, Group, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useAfterReport } from '../../keys/use-after-report';
import { useKindLabel } from '../../keys/use-kind-label';
import { exactTimeText } from '../../patterns/relative-time-text';
import { useTimeForm } from '../../patterns/time-zone';
import type { FactValue, TrailFact } from './facts-of';
import { useFactLabel } from './use-fact-label';

/** What a fact says, as people read it. */
export function FactText({ name, value }: TrailFact) {
  const form = useTimeForm();
  const { t } = useTranslation('audit-trail');
  const textOf = useTextOf();
  const nothingText = useNothingText();
  switch (value.form) {
    case 'nothing':
      return <>{nothingText(name)}</>;
    case 'text':
      return <>{textOf(name, value.text)}</>;
    case 'number':
      return <>{new Intl.NumberFormat(form.language).format(value.number)}</>;
    case 'seconds':
      return <>{durationText(value.seconds, form.language)}</>;
    case 'yes-or-no':
      return <>{value.yes ? t('yes') : t('no')}</>;
    case 'time':
      return <>{exactTimeText(new Date(value.at), form)}</>;
    case 'names':
      return <Names names={value.names} />;
    case 'change':
      return <Change name={name} from={value.from} to={value.to} />;
    case 'facts':
      return <Facts facts={value.facts} />;
    case 'list':
      return value.items.map((item, at) => (
        <div key={at}>
          <FactText name={name} value={item} />
        </div>
      ));
  }
}

/** What it means that the log has nothing there. */
function useNothingText(): (name: string) => string {
  const { t } = useTranslation('audit-trail');
  return (name) => {
    if (name === 'permissions') return t('everything');
    return name === 'expiresAt' ? t('never') : '–';
  };
}

function Names({ names }: { readonly names: readonly string[] }) {
  const { t } = useTranslation('audit-trail');
  if (names.length === 0) return <>{t('none')}</>;
  return (
    <Group component="span" gap={4}>
      {names.map((name) => (
        <Code key={name} style={{ overflowWrap: 'anywhere' }}>
          {name}
        </Code>
      ))}
    </Group>
  );
}

/** What it was, and what it is since. */
function Change({ name, from, to }: Record<'from' | 'to', FactValue> & { readonly name: string }) {
  const { t } = useTranslation('audit-trail');
  return (
    <>
      <div>
        <FactText name={name} value={to} />
      </div>
      <Text component="div" size="sm" c="dimmed">
        {t('before')} <FactText name={name} value={from} />
      </Text>
    </>
  );
}

function Facts({ facts }: { readonly facts: readonly TrailFact[] }) {
  const labelOf = useFactLabel();
  return facts.map(({ name, value }) => (
    <div key={name}>
      {labelOf(name)}: <FactText name={name} value={value} />
    </div>
  ));
}

/** Words of the API that the console has words for. */
function useTextOf(): (name: string, text: string) => string {
  const { t } = useTranslation('audit-trail');
  const kindLabel = useKindLabel();
  const afterReport = useAfterReport();
  return (name, text) => {
    if (name === 'environment') return text === 'test' ? t('test') : t('live');
    if (name === 'done') return afterReport(text);
    if (name !== 'kind') return text;
    const kinds = ['company', 'product', 'personal', 'machine'] as const;
    const kind = kinds.find((one) => one === text);
    return kind === undefined ? text : kindLabel(kind);
  };
}

const units = [
  ['day', 86_400],
  ['hour', 3_600],
  ['minute', 60],
] as const;

/** "1 day", in the largest unit of which it is a whole number. */
function durationText(seconds: number, language: string): string {
  const [unit, size] = units.find(([, size]) => seconds > 0 && seconds % size === 0) ?? ['second', 1];
  return new Intl.NumberFormat(language, { style: 'unit', unit, unitDisplay: 'long' }).format(seconds / size);
}
