import { problems } from '../../libs/problems';
import { problem } from '../platform/http';

export const notReady = problem(problems.notReady);
