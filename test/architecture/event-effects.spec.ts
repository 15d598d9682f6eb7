import { events } from '../../libs/events';
import { effects, made, passing } from '../../src/cli/reapply/effects';
import { salesInvoiceEvents } from '../../src/sales-invoices/sales-invoices.events';

describe('a restore', () => {
  it('knows of each event what it changes, that it made something, or that nothing is left of it', () => {
    const known = [...Object.keys(effects), ...made, ...passing];
    const types = [...Object.values(events), ...Object.values(salesInvoiceEvents)].map(
      ({ type }): string => type,
    );
    expect(known.toSorted()).toEqual(types.toSorted());
  });
});
