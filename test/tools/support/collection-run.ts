/** A request that a program made from the OpenAPI document, and how it was answered. */
export interface AnsweredRequest {
  readonly method: string;
  /** Without the origin and the query. */
  readonly path: string;
  /** Null where there was no answer. */
  readonly status: number | null;
}

interface Operation {
  readonly responses: Readonly<Record<string, unknown>>;
  readonly security: readonly Readonly<Record<string, unknown>>[];
}

export interface ApiDocument {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
}

/** They say that the request itself is wrong, so whoever made it has misread the document; or that the server failed. */
const misread = [400, 405, 406, 411, 413, 414, 415, 422, 431, 500, 501, 502, 503];

/**
 * What is wrong with a run of all requests of a collection: it has each operation once, the document has each answer,
 * a key is accepted wherever the document says so, and nothing is refused for its form.
 *
 * @returns a line for each fault
 */
export function faultsOfRun({ paths }: ApiDocument, requests: readonly AnsweredRequest[]): string[] {
  const operations = Object.entries(paths).flatMap(([path, item]) =>
    Object.entries(item).map(([method, operation]) => ({ method, path, operation })),
  );
  return operations.flatMap(({ method, path, operation }) => {
    const name = `${method.toUpperCase()} ${path}`;
    const answers = requests.filter((request) => isOf(request, method, path));
    if (answers.length !== 1) return [`${name}: asked ${answers.length} times`];
    return answers.flatMap(({ status }) =>
      faultsOf(operation, path, status).map((fault) => `${name}: ${fault}`),
    );
  });
}

function isOf(request: AnsweredRequest, method: string, path: string): boolean {
  const pattern = new RegExp(`^${path.replace(/\{\w+\}/g, '(?:[0-9a-f-]{36}|shipping)')}$`);
  return request.method.toLowerCase() === method && pattern.test(request.path);
}

function faultsOf({ responses, security }: Operation, path: string, status: number | null): string[] {
  if (status === null) return ['no answer'];
  // Of the platform only service keys are accepted, which act for no company by themselves.
  const takesKeys = security.some((one) => 'apiKey' in one) && !path.startsWith('/api/v1/platform/');
  return [
    ...(misread.includes(status) ? [`${status}`] : []),
    ...(takesKeys && status === 401 ? ['the key was not accepted'] : []),
    ...(String(status) in responses || 'default' in responses ? [] : [`${status} is not documented`]),
  ];
}
