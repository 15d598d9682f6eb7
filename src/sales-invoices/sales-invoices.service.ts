import { Injectable } from '@nestjs/common';
import { eventOf } from '../../libs/events';
import { KeptAnswers } from '../access';
import { EventLog } from '../audit';
import { Clock, Ids, isId } from '../platform';
import { isUniqueViolation, type Tx, UnitOfWork } from '../platform/database';
import { invalidCursor, notFound, type Page, type PageRequest, startAfter, toPage } from '../platform/http';
import { InjectScoped, type Principal, ScopedRepository } from '../tenancy';
import { toAmount, toCents } from './amount';
import { SalesInvoiceEntity } from './sales-invoice.entity';
import { salesInvoiceEvents } from './sales-invoices.events';
import { invoiceNumberTaken } from './sales-invoices.problems';
import { type NewSalesInvoice, type SalesInvoiceView } from './sales-invoices.schema';

/** The invoices of a company. */
@Injectable()
export class SalesInvoicesService {
  constructor(
    @InjectScoped(SalesInvoiceEntity) private readonly invoices: ScopedRepository<SalesInvoiceEntity>,
    private readonly units: UnitOfWork,
    private readonly events: EventLog,
    private readonly answers: KeptAnswers,
    private readonly clock: Clock,
    private readonly ids: Ids,
  ) {}

  /** Newest first: ids grow with time. */
  async list(principal: Principal, request: PageRequest): Promise<Page<SalesInvoiceView>> {
    const query = this.invoices
      .of(principal)
      .query('invoice')
      .orderBy('invoice.id', 'DESC')
      .limit(request.limit + 1);
    const after = startAfter(request);
    if (after !== null) query.and('invoice.id < :after', { after: idOf(after) });
    return toPage(await query.all(), request.limit, (row) => row.id, toView);
  }

  async get(principal: Principal, id: string): Promise<SalesInvoiceView> {
    const row = await this.invoices.of(principal).byId(id);
    if (row === null) throw notFound();
    return toView(row);
  }

  /** @throws a 409 problem when the company has an invoice with this number. */
  async create(principal: Principal, invoice: NewSalesInvoice): Promise<SalesInvoiceView> {
    const row = {
      id: this.ids.next(),
      number: invoice.number,
      customer: invoice.customer,
      totalCents: toCents(invoice.total),
      currency: invoice.currency,
      issuedOn: invoice.issuedOn,
      createdAt: this.clock.now(),
    };
    await this.units.run(async (tx) => {
      await this.insert(principal, tx, row);
      const facts = { number: row.number, total: invoice.total, currency: row.currency };
      this.events.append(tx, principal, eventOf(salesInvoiceEvents.created, row.id, facts));
      this.answers.keep(principal, tx, () => toView(row));
    });
    return toView(row);
  }

  /** Asks the database rather than looking first: two who take one number at once would both find it free. */
  private async insert(principal: Principal, tx: Tx, row: InvoiceRow): Promise<void> {
    try {
      await this.invoices.of(principal, tx).insert(row);
    } catch (error) {
      if (isUniqueViolation(error)) throw invoiceNumberTaken({ cause: error });
      throw error;
    }
  }
}

type InvoiceRow = Omit<SalesInvoiceEntity, 'companyId'>;

function idOf(cursor: string): string {
  if (!isId(cursor)) throw invalidCursor();
  return cursor;
}

function toView(row: InvoiceRow): SalesInvoiceView {
  return {
    id: row.id,
    number: row.number,
    customer: row.customer,
    total: toAmount(Number(row.totalCents)),
    currency: row.currency,
    issuedOn: row.issuedOn,
  };
}
