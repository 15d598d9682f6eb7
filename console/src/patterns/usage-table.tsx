import { Table, VisuallyHidden } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { ScrollRegion } from './scroll-region';
import { useTimeForm } from './time-zone';
import { stepTexts } from './usage-steps';
import { summaryOf, type UsagePoint, type UsageRange } from './usage-summary';
import { useReasonLabel } from './use-reason-label';

export interface UsageTableProps {
  readonly caption: string;
  readonly data: readonly UsagePoint[];
  readonly range: UsageRange;
}

/** The same numbers as the chart's, one row for each step. */
export function UsageTable({ caption, data, range }: UsageTableProps) {
  const { t, i18n } = useTranslation('patterns');
  const reasonLabel = useReasonLabel();
  const reasons = summaryOf(data).reasons.map(({ reason }) => reason);
  const texts = stepTexts(data, range, useTimeForm());
  const number = new Intl.NumberFormat(i18n.language);
  return (
    <ScrollRegion label={caption}>
      <Table>
        <Table.Caption p={0} m={0}>
          <VisuallyHidden>{caption}</VisuallyHidden>
        </Table.Caption>
        <Table.Thead>
          <Table.Tr>
            <Table.Th scope="col">{t('time')}</Table.Th>
            {[t('valid'), ...reasons.map(reasonLabel)].map((header) => (
              <Table.Th key={header} scope="col" ta="right">
                {header}
              </Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {data.map(({ at, valid, refused }, step) => (
            <Table.Tr key={at}>
              <Table.Th scope="row" style={{ whiteSpace: 'nowrap' }}>
                {texts[step]}
              </Table.Th>
              <Table.Td ta="right">{number.format(valid)}</Table.Td>
              {reasons.map((reason) => (
                <Table.Td key={reason} ta="right">
                  {number.format(refused[reason] ?? 0)}
                </Table.Td>
              ))}
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </ScrollRegion>
  );
}
