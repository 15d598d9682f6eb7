import { Readable } from 'node:stream';
import { Injectable, StreamableFile } from '@nestjs/common';
import { type Principal } from '../tenancy';
import { AuditTrailService } from './audit-trail.service';
import { csvLine } from './csv';
import { type EventFilter, type EventView, type ExportQuery } from './events.schema';

const batchSize = 500;

/** The audit trail of one company as a file, oldest first. It is read as it is sent, so its length does not matter. */
@Injectable()
export class EventExport {
  constructor(private readonly trail: AuditTrailService) {}

  /** Reads the beginning at once, so that what cannot be answered is refused before there is an answer. */
  async open(principal: Principal, { format, ...filter }: ExportQuery): Promise<StreamableFile> {
    const { head, line, type } = formats[format];
    const first = await this.trail.listBehind(principal, 0, filter, batchSize);
    const text = linesOf(head, line, this.batches(principal, filter, first));
    return new StreamableFile(Readable.from(text), {
      type,
      disposition: `attachment; filename="events.${format}"`,
    });
  }

  private async *batches(
    principal: Principal,
    filter: EventFilter,
    first: readonly EventView[],
  ): AsyncIterable<readonly EventView[]> {
    for (let batch = first; ;) {
      yield batch;
      const last = batch.at(-1);
      if (last === undefined || batch.length < batchSize) return;
      batch = await this.trail.listBehind(principal, last.position, filter, batchSize);
    }
  }
}

async function* linesOf(
  head: string,
  line: (event: EventView) => string,
  batches: AsyncIterable<readonly EventView[]>,
): AsyncIterable<string> {
  yield head;
  for await (const batch of batches) yield batch.map(line).join('');
}

const columns = [
  'position',
  'at',
  'type',
  'actor_kind',
  'actor_id',
  'actor_name',
  'target_type',
  'target_id',
  'data',
];

const formats = {
  csv: { head: csvLine(columns), line: toCsv, type: 'text/csv; charset=utf-8' },
  jsonl: {
    head: '',
    line: (event: EventView) => `${JSON.stringify(event)}\n`,
    type: 'application/x-ndjson',
  },
} as const;

function toCsv({ position, at, type, actor, target, data }: EventView): string {
  const who = [actor.kind, actor.id ?? '', actor.name ?? ''];
  return csvLine([String(position), at, type, ...who, target.type, target.id, JSON.stringify(data)]);
}
