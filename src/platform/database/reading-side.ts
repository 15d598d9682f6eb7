import { type DynamicModule } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { type DataSource, type DataSourceOptions } from 'typeorm';
import { Reader } from './tx';
import { managerOf } from './unscoped';

/**
 * The name under which `@nestjs/typeorm` has the database. It is not the default, so Nest finds nothing for whoever injects a
 * `DataSource`, an `EntityManager` or a repository the usual way.
 */
export const readingSide = 'readingSide';

/** Hands what can only read to `@nestjs/typeorm`. Who writes takes a unit of work. */
export const readingSideModule: DynamicModule = TypeOrmModule.forRootAsync({
  name: readingSide,
  inject: [Reader],
  useFactory: (reader: Reader): Handed => {
    const { dataSource } = managerOf(reader);
    // It is open already: there is nothing to try again.
    return { ...dataSource.options, retryAttempts: 0, dataSource };
  },
  // A cast: these are the options made above.
  dataSourceFactory: async (options) => withoutEnd((options as Handed).dataSource),
});

type Handed = DataSourceOptions & { readonly retryAttempts: number; readonly dataSource: DataSource };

/**
 * `@nestjs/typeorm` closes its data source as soon as Nest shuts down. What is buffered is written later than that, so who
 * opened the database closes it.
 */
function withoutEnd(dataSource: DataSource): DataSource {
  // A cast: Object.create returns any.
  const same = Object.create(dataSource) as DataSource;
  same.destroy = () => Promise.resolve();
  return same;
}
