import { problems } from '../../libs/problems';
import { problem } from '../platform/http';

export const noCompany = problem(problems.noCompany);
export const notOperator = problem(problems.forbidden);
export const noUser = problem(problems.noUser);
