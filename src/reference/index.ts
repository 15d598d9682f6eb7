export { serveDocs } from './serve-docs';
export { withExamples } from './with-examples';
export { type Reference, serveProblemPages } from './serve-reference';
