import { problems } from '../../libs/problems';
import { problem } from '../platform/http';

export const productDisabled = problem(problems.productDisabled);
