import { useTranslation } from 'react-i18next';
import type { Column } from '../../patterns/data-table';
import { RelativeTime } from '../../patterns/relative-time';
import { EventCell } from './event-cell';
import type { TrailEvent } from './trail-event';

export function useColumns(): readonly Column<TrailEvent>[] {
  const { t } = useTranslation('audit-trail');
  return [
    { key: 'what', header: t('what'), rowHeader: true, cell: (event) => <EventCell event={event} /> },
    { key: 'when', header: t('when'), align: 'right', cell: ({ at }) => <RelativeTime at={at} /> },
  ];
}
