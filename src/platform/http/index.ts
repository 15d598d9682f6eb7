export { Answers, HoldsSecret } from './answers';
export { isCorePath, rewriteCorePath } from './core-path';
export { invalidField, invalidFields, malformedRequest, notFound, unavailable } from './http.problems';
export { acceptJson, bodyLimitBytes } from './json-body';
export { type Page, pageOf, pageQuery, type PageRequest, startAfter, toPage } from './pagination';
export { type FieldError, Problem, problem, type ProblemCase } from './problem';
export { ProblemFilter } from './problem-filter';
export { plainText } from './text';
export { ValidationPipe } from './validation';
