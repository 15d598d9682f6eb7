import { type DynamicModule, Module, type Provider } from '@nestjs/common';
import { createKunci, type Kunci } from '../../sdk/src/kunci';
import { type Verifier } from '../../sdk/src/verifier';
import { Admissions } from './admissions';
import { KUNCI, type KunciModuleAsyncOptions, type KunciModuleOptions, kunciOptions } from './kunci-options';

const asksKunci: Provider = {
  provide: KUNCI,
  inject: [kunciOptions],
  useFactory: (options: KunciModuleOptions): Kunci => createKunci(options),
};

/** Lets `@RequireKey` ask Kunci, in every module of the application. Import it once. */
@Module({})
export class KunciModule {
  static forRoot(options: KunciModuleOptions): DynamicModule {
    return globalModule([{ provide: kunciOptions, useValue: options }, asksKunci]);
  }

  static forRootAsync({ imports = [], inject = [], useFactory }: KunciModuleAsyncOptions): DynamicModule {
    return globalModule([{ provide: kunciOptions, inject, useFactory }, asksKunci], imports);
  }

  /** For tests: lets `stubKunci({...})` answer instead of Kunci. */
  static forVerifier(verifier: Verifier, options: Pick<KunciModuleOptions, 'carrier'> = {}): DynamicModule {
    return globalModule([
      { provide: kunciOptions, useValue: options },
      { provide: KUNCI, useValue: verifier },
    ]);
  }
}

function globalModule(
  providers: Provider[],
  imports: NonNullable<DynamicModule['imports']> = [],
): DynamicModule {
  return {
    ...{ module: KunciModule, global: true, imports },
    providers: [...providers, Admissions],
    exports: [kunciOptions, KUNCI, Admissions],
  };
}
