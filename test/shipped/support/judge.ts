import { type AnswerOnTheWire } from './answer-reader';

/** As much of an operation, as Prism reads it, as is needed here. */
interface PrismOperation {
  readonly method: string;
  readonly path: string;
}

interface Prism {
  getHttpOperationsFromSpec(document: object): Promise<readonly PrismOperation[]>;
  validateOutput(asked: {
    resource: PrismOperation;
    element: { statusCode: number; headers: object; body: unknown };
  }): { readonly _tag: 'Right' } | { readonly _tag: 'Left'; readonly left: readonly { message: string }[] };
}

const prism = jest.requireActual<Prism>('./prism.cjs');

/** One operation of the document, as it can be asked for. */
export interface SweptOperation {
  readonly method: string;
  /** With an id that is nobody's wherever there is a parameter. */
  readonly target: string;
  /** `GET /api/v1/keys/{id}` */
  readonly name: string;
}

/** Says what is wrong with an answer: by what holds for every refusal, and by the document that the server serves. */
export class Judge {
  private constructor(private readonly byName: ReadonlyMap<string, PrismOperation>) {}

  /** @param document what `/openapi.json` answered. */
  static async by(document: object): Promise<Judge> {
    const operations = await prism.getHttpOperationsFromSpec(document);
    return new Judge(new Map(operations.map((each) => [nameOf(each), each])));
  }

  get operations(): SweptOperation[] {
    const someId = '01900000-0000-7000-8000-000000000000';
    return [...this.byName].map(([name, { method, path }]) => ({
      method: method.toUpperCase(),
      target: path.replace(/\{\w+\}/g, someId),
      name,
    }));
  }

  /** @param method with which it was asked, which need not be the operation's own. */
  faultsOf(operation: SweptOperation, method: string, answer: AnswerOnTheWire | undefined): string[] {
    if (answer === undefined) return ['no answer'];
    const faults = answer.status < 400 ? [] : faultsOfRefusal(method, answer);
    const resource = this.byName.get(operation.name);
    if (resource === undefined || method !== operation.method) return faults;
    const { status: statusCode, headers } = answer;
    const verdict = prism.validateOutput({
      resource,
      element: { statusCode, headers, body: bodyOf(answer) },
    });
    return verdict._tag === 'Right' ? faults : [...faults, ...verdict.left.map(({ message }) => message)];
  }
}

/** What holds for every refusal: by our code, Nest, Fastify, or Node's parser. */
export function faultsOfRefusal(method: string, { status, headers, body }: AnswerOnTheWire): string[] {
  const faults: string[] = [];
  if (status >= 500) faults.push(`${status}`);
  if (!headers['content-type']?.startsWith('application/problem+json')) faults.push('no problem');
  if (headers['x-request-id'] === undefined) faults.push('no x-request-id');
  if (method === 'HEAD') return faults;
  const problem = parsed(body);
  if (typeof problem?.['code'] !== 'string') faults.push('no code');
  if (problem?.['status'] !== status) faults.push('another status in the body');
  if (problem?.['requestId'] !== headers['x-request-id']) faults.push('another requestId than in the header');
  return faults;
}

function nameOf({ method, path }: PrismOperation): string {
  return `${method.toUpperCase()} ${path}`;
}

function bodyOf({ headers, body }: AnswerOnTheWire): unknown {
  return /\bjson\b/.test(headers['content-type'] ?? '') ? parsed(body) : body;
}

function parsed(text: string): Record<string, unknown> | undefined {
  try {
    // A cast: a value that is not an object has none of the members that are read.
    return JSON.parse(text) as Record<string, unknown>;
  } catch {
    return undefined;
  }
}
