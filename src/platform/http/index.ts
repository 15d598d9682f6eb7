export { admitInTurns } from './admission';
export { Answers, HoldsSecret } from './answers';
export { clientAddress, forwardedAddress } from './client-address';
export { isCorePath } from './core-path';
export { assertDeclaredTags } from './declared-tags';
export { fastifyAdapter } from './fastify';
export { headerText } from './header-text';
export { invalidField, invalidFields, malformedRequest, notFound, unavailable } from './http.problems';
export { LongBody } from './long-body';
export { LongAnswer } from './long-answer';
export {
  invalidCursor,
  type Page,
  pageOf,
  pageQuery,
  type PageRequest,
  startAfter,
  toPage,
  toUnfinishedPage,
} from './pagination';
export { introspectionPath } from './oauth-path';
export { momentOrDay, queryMomentOrDay, timeZoneName } from './moment';
export { fieldErrorSchema, openApiDocument } from './openapi';
export { orAbsent } from './or-absent';
export { changesOf, namedFields, type PatchFields } from './patch-fields';
export { queryInteger } from './query-integer';
export { Problem, problem, type ProblemDetails } from './problem';
export { ProblemAnswers } from './problem-answers';
export { problemOf } from './problem-of';
export { ProblemFilter } from './problem-filter';
export { type SecurityHeaders, securityHeaders } from './security-headers';
export { tracedBy } from './trace-id';
export { flatFacts } from './flat-facts';
export { inFormat, notWellFormed, plainText, slugText } from './text';
export { validated, ValidationPipe } from './validation';
