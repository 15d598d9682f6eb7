import { Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { IsNull } from 'typeorm';
import { PermissionCatalogue } from '../../libs/permissions';
import { type ChangeEvent, ChangeFeed } from '../cluster';
import { within } from '../platform';
import { Reader } from '../platform/database';
import { managerOf } from '../platform/database/unscoped';
import { ProductEntity } from './product.entity';

const maxWaitMs = 500;

/**
 * Which names of permissions mean something, at whatever product. It only tells a misspelt name from one that a key lacks, and
 * decides nothing. Read when products change, and not while a verification waits for it.
 */
@Injectable()
export class KnownNames implements OnApplicationBootstrap {
  private names: ReadonlySet<string> = new Set();
  private reading: Promise<void> | null = null;

  constructor(
    private readonly catalogue: PermissionCatalogue,
    private readonly reader: Reader,
    feed: ChangeFeed,
  ) {
    feed.subscribe({ onChange: (event) => this.onChange(event), onGap: () => this.read() });
  }

  onApplicationBootstrap(): void {
    this.read();
  }

  /** @returns those that nobody defines, in their order. */
  async unknownAmong<N extends string>(names: readonly N[]): Promise<N[]> {
    const others = names.filter((name) => !this.catalogue.has(name));
    if (others.length === 0) return [];
    // When the database is away, what was read last is better than no answer.
    if (this.reading !== null) await within(this.reading, maxWaitMs).catch(() => undefined);
    return others.filter((name) => !this.names.has(name));
  }

  private onChange({ companyId, type }: ChangeEvent): void {
    if (companyId === null && type.startsWith('product.')) this.read();
  }

  private read(): void {
    const reading = this.readNow()
      .catch(() => undefined)
      .finally(() => {
        if (this.reading === reading) this.reading = null;
      });
    this.reading = reading;
  }

  private async readNow(): Promise<void> {
    const products = await managerOf(this.reader).findBy(ProductEntity, { retiredAt: IsNull() });
    this.names = new Set(products.flatMap(({ permissions }) => permissions?.map(({ name }) => name) ?? []));
  }
}
