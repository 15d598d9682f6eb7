export { serveDocs } from './serve-docs';
export { withExamples } from './with-examples';
export { serveProblemPages } from './serve-reference';
