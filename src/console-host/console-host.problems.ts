import { problem } from '../platform/http';

export const consoleNotBuilt = problem(
  'console-not-built',
  404,
  'The console is not built here: npm run build. The API works without it; /docs describes it.',
);
