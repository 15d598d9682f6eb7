import { problems } from '../../libs/problems';
import { problem } from '../platform/http';

export const submissionRefused = problem(problems.submissionRefused);
