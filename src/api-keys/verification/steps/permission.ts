import { allows } from '../../../../libs/permissions';
import { type Step } from './step';

export const permission: Step = ({ key, anyOf }) =>
  anyOf === null || anyOf.some((asked) => allows(key.ability, asked)) ? null : 'INSUFFICIENT_PERMISSION';
