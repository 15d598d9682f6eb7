export { type ProblemCode, problems } from './catalogue';
export { defineProblem, type ProblemKind } from './define-problem';
export {
  type FaultParam,
  type FieldFault,
  fieldFault,
  type FieldFaultCode,
  fieldFaultCodes,
  fieldFormats,
  fieldReferences,
} from './field-faults';
export {
  type ModuleProblems,
  type ProblemCatalogue,
  problemCatalogue,
  undeclaredProblem,
} from './problem-catalogue';
export { faultsOf, issueOf, type PlacedFault } from './zod-faults';
