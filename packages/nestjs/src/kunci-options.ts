import { type FactoryProvider, type ModuleMetadata } from '@nestjs/common';
import { type Carrier } from '../../sdk/src/guard/credential';
import { type KunciOptions } from '../../sdk/src/kunci-options';

/** Where Kunci is, what it is asked with, and where requests carry their keys. */
export interface KunciModuleOptions extends KunciOptions {
  /** The one place where keys are, if the other header is your application's own. */
  readonly carrier?: Carrier | undefined;
}

/** The options from a factory, as from `ConfigService`. */
export interface KunciModuleAsyncOptions {
  readonly imports?: ModuleMetadata['imports'] | undefined;
  readonly inject?: FactoryProvider['inject'] | undefined;
  // Its parameters are what `inject` names, which no type can say.
  // eslint-disable-next-line @typescript-eslint/no-explicit-any
  readonly useFactory: (...dependencies: any[]) => KunciModuleOptions | Promise<KunciModuleOptions>;
}

/** The token of `KunciModuleOptions`. */
export const kunciOptions = Symbol('KunciModuleOptions');

/** The token of what answers about keys: inject it to ask yourself, and override it with `stubKunci` in tests. */
export const KUNCI = Symbol('Kunci');
