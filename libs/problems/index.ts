export { type ProblemCode, problems } from './catalogue';
export { defineProblem, type ProblemKind } from './define-problem';
export {
  type FieldFault,
  fieldFault,
  type FieldFaultCode,
  fieldFaultCodes,
  fieldFaults,
  fieldFormats,
  fieldReferences,
} from './field-faults';
export { type ProblemCatalogue, problemCatalogue, undeclaredProblem } from './problem-catalogue';
export { faultsOf, issueOf } from './zod-faults';
