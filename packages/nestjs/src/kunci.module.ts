import { type DynamicModule, Module, type Provider } from '@nestjs/common';
import { createKunci, type Kunci } from '../../sdk/src/kunci';
import { KUNCI, type KunciModuleAsyncOptions, type KunciModuleOptions, kunciOptions } from './kunci-options';

/** Lets `@RequireKey` ask Kunci, in every module of the application. Import it once. */
@Module({})
export class KunciModule {
  static forRoot(options: KunciModuleOptions): DynamicModule {
    return globalModule({ provide: kunciOptions, useValue: options }, []);
  }

  static forRootAsync({ imports = [], inject = [], useFactory }: KunciModuleAsyncOptions): DynamicModule {
    return globalModule({ provide: kunciOptions, inject, useFactory }, imports);
  }
}

function globalModule(options: Provider, imports: NonNullable<DynamicModule['imports']>): DynamicModule {
  const kunci: Provider = {
    provide: KUNCI,
    inject: [kunciOptions],
    useFactory: (given: KunciModuleOptions): Kunci => createKunci(given),
  };
  return {
    module: KunciModule,
    global: true,
    imports,
    providers: [options, kunci],
    exports: [kunciOptions, KUNCI],
  };
}
