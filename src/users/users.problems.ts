import { problems } from '../../libs/problems';
import { problem } from '../platform/http';

export const alreadyMember = problem(problems.alreadyMember);
export const lastOwner = problem(problems.lastOwner);
