import { type OpenAPIObject } from '@nestjs/swagger';
import { pathExamples, requestExamples } from './request-examples';

/**
 * Puts an example beside each body and each parameter of a path, so that programs that read the document, such as Postman, make
 * requests of it that this server accepts. The document is changed.
 */
export function withExamples(document: OpenAPIObject): OpenAPIObject {
  for (const operation of operationsOf(document)) {
    const example = requestExamples[operation.operationId ?? ''];
    const body = operation.requestBody?.content?.['application/json'];
    if (example !== undefined && body !== undefined) body.example = example;
    for (const parameter of operation.parameters ?? []) {
      const value = parameter.in === 'path' ? pathExamples[parameter.name ?? ''] : undefined;
      if (value !== undefined) parameter.example = value;
    }
  }
  return document;
}

interface WritableOperation {
  readonly operationId?: string;
  readonly requestBody?: { readonly content?: Readonly<Record<string, { example?: object }>> };
  readonly parameters?: readonly { readonly in?: string; readonly name?: string; example?: string }[];
}

/** A cast: a path holds nothing but operations here, and the types of the library allow references, which it does not make. */
function operationsOf({ paths }: OpenAPIObject): WritableOperation[] {
  return Object.values(paths).flatMap((path) => Object.values(path) as WritableOperation[]);
}
