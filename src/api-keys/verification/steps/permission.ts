import { satisfies } from '../../../../libs/permissions';
import { type Step } from './step';

export const permission: Step = ({ key, required }) =>
  required === null || satisfies(key.verifiedAbility, required) ? null : 'INSUFFICIENT_PERMISSION';
