import { problems } from '../../libs/problems';
import { problem } from '../platform/http';

export const consoleNotBuilt = problem(problems.consoleNotBuilt);
