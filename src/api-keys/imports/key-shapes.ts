import { Injectable } from '@nestjs/common';
import { eventOf, events } from '../../../libs/events';
import { fieldFault } from '../../../libs/problems';
import { type AppendedEvent, EventLog } from '../../audit';
import { Ids } from '../../platform';
import { type Tx } from '../../platform/database';
import { invalidField } from '../../platform/http';
import { InjectScoped, type Principal, ScopedRepository } from '../../tenancy';
import { type KeyShape } from './key-shape';
import { KeyShapeEntity } from './key-shape.entity';

const maxShapes = 5;

/** A shape that the company has. */
export interface AddedShape {
  readonly id: string;
  /** Null where the company had it before. */
  readonly event: AppendedEvent | null;
}

/** The shapes of a company. Exact under the lock of its imports. */
@Injectable()
export class KeyShapes {
  constructor(
    @InjectScoped(KeyShapeEntity) private readonly shapes: ScopedRepository<KeyShapeEntity>,
    private readonly events: EventLog,
    private readonly ids: Ids,
  ) {}

  all(principal: Principal): Promise<KeyShapeEntity[]> {
    return this.shapes.of(principal).find();
  }

  byId(principal: Principal, id: string, tx: Tx): Promise<KeyShapeEntity | null> {
    return this.shapes.of(principal, tx).byId(id);
  }

  /** Adds the shape, unless the company has it. @throws 422 for a sixth. */
  async add(principal: Principal, { prefix, length, alphabet }: KeyShape, tx: Tx): Promise<AddedShape> {
    const rows = this.shapes.of(principal, tx);
    const known = await rows.find();
    const same = known.find(
      (one) => one.prefix === prefix && one.length === length && one.alphabet === alphabet,
    );
    if (same !== undefined) return { id: same.id, event: null };
    if (known.length >= maxShapes) throw tooMany();
    const id = this.ids.next();
    await rows.insert({ id, prefix, length, alphabet });
    const event = eventOf(events.keyShapeAdded, id, { prefix, length, alphabet });
    return { id, event: this.events.append(tx, principal, event) };
  }

  /** @param unseen how many keys waited for their first use. */
  async remove(
    principal: Principal,
    { id, prefix, length, alphabet }: KeyShapeEntity,
    unseen: number,
    tx: Tx,
  ): Promise<AppendedEvent> {
    await this.shapes.of(principal, tx).delete({ id });
    const event = eventOf(events.keyShapeRemoved, id, { prefix, length, alphabet, unseen });
    return this.events.append(tx, principal, event);
  }
}

function tooMany(): Error {
  const detail = `The company has imported keys of ${maxShapes} other shapes; one that no key needs can be removed.`;
  return invalidField('/shape', fieldFault('too-many', { max: maxShapes }, detail));
}
