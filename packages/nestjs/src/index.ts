export { type AdmittedKey } from '../../sdk/src/guard/admitted-key';
export {
  type Kunci,
  KunciProblem,
  KunciUnavailable,
  orThrow,
  type Question,
  type ValidVerdict,
  type Verdict,
  type Verifier,
} from '../../sdk/src';
export { stubKunci, type StubbedKey } from '../../sdk/src/testing';
export { CurrentKey } from './current-key';
export { KeyGuard } from './key.guard';
export { KUNCI, type KunciModuleAsyncOptions, type KunciModuleOptions } from './kunci-options';
export { KunciModule } from './kunci.module';
export { RequireKey } from './require-key';
