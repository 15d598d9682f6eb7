export { type Client, isProblem, type Problem, type Schemas } from '../../../libs/sdk';
export { orThrow } from './client/or-throw';
export { type Clock } from './clock';
export { KunciProblem, KunciUnavailable } from './faults';
export { createKunci, type Kunci } from './kunci';
export { type KunciOptions } from './kunci-options';
export { type ValidVerdict, type Verdict } from './verdict';
export { type Question, type Verifier } from './verifier';
