import { problems } from '../../libs/problems';
import { problem } from '../platform/http';

export const accountNameTaken = problem(problems.serviceAccountNameTaken);
