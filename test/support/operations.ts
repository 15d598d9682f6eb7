import { manifests } from '../../src/manifests';
import { exampleBody, type Examples } from './example-body';
import { type TestApp } from './test-app';

/** One operation of the OpenAPI document. */
export interface Operation {
  /** `getUser` */
  readonly id: string;
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  /** `/api/v1/users/{id}` */
  readonly path: string;
  readonly pathParameters: readonly string[];
  readonly queryFields: readonly Field[];
  readonly bodyFields: readonly Field[];
  readonly answerFields: readonly Field[];
  /** Of a business module. */
  readonly business: boolean;
  /** A body that it accepts; undefined where it takes none. */
  readonly example: (choice: Omit<Examples, 'resolve'>) => unknown;
}

/** A place for a value, with a dot for each step into an object and `[]` for each into a list: `roles[]`. */
export interface Field {
  readonly name: string;
  /** It takes a text that is neither one of a few nor a time: it may name a row. */
  readonly freeText: boolean;
  /** It takes an id: its format says so, or its name does. */
  readonly id: boolean;
}

/** Every operation the document has. */
export function operationsOf(test: TestApp): Operation[] {
  // As it is sent. A cast: the types below have what is read of it.
  const document = JSON.parse(JSON.stringify(test.document())) as Document;
  return Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, described]) => operationOf(document, path, method, described)),
  );
}

interface Document {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Described>>>>;
  readonly components: { readonly schemas: Readonly<Record<string, Schema>> };
}

interface Described {
  readonly operationId: string;
  readonly tags: readonly string[];
  readonly parameters?: readonly { readonly in: string; readonly name: string; readonly schema: Schema }[];
  readonly requestBody?: Message;
  readonly responses: Readonly<Record<string, Message>>;
}

interface Message {
  readonly content?: Readonly<Record<string, { readonly schema: Schema }>>;
}

export interface Schema {
  readonly $ref?: string;
  readonly anyOf?: readonly Schema[];
  readonly oneOf?: readonly Schema[];
  readonly allOf?: readonly Schema[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly items?: Schema;
  readonly type?: string | readonly string[];
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  readonly format?: string;
  readonly pattern?: string;
  readonly maxLength?: number;
  readonly minItems?: number;
  readonly minimum?: number;
  readonly required?: readonly string[];
  readonly example?: unknown;
}

function operationOf(document: Document, path: string, method: string, described: Described): Operation {
  const { operationId, tags, parameters = [], requestBody, responses } = described;
  const answers = Object.entries(responses).filter(([status]) => status.startsWith('2'));
  const bodyOf = (message: Message | undefined): Field[] => {
    const schema = message?.content?.['application/json']?.schema;
    return schema === undefined ? [] : fieldsOf(document, schema, '');
  };
  return {
    id: operationId,
    // A cast: these are the methods the application uses.
    method: method.toUpperCase() as Operation['method'],
    path,
    pathParameters: parameters.filter((each) => each.in === 'path').map(({ name }) => name),
    queryFields: parameters
      .filter((each) => each.in === 'query')
      .flatMap(({ name, schema }) => fieldsOf(document, schema, name)),
    bodyFields: bodyOf(requestBody),
    answerFields: answers.flatMap(([, answer]) => bodyOf(answer)),
    business: tags.some((tag) => businessTags.includes(tag)),
    example: (choice) => {
      const schema = requestBody?.content?.['application/json']?.schema;
      return schema && exampleBody(schema, { ...choice, resolve: (ref) => schemaIn(document, ref) });
    },
  };
}

const businessTags = manifests.flatMap((manifest) => manifest.tags);

function schemaIn({ components }: Document, ref: string): Schema {
  const found = components.schemas[ref.replace('#/components/schemas/', '')];
  if (found === undefined) throw new Error(`The document has no ${ref}`);
  return found;
}

function fieldsOf(document: Document, schema: Schema, name: string): Field[] {
  if (schema.$ref !== undefined) {
    return fieldsOf(document, schemaIn(document, schema.$ref), name);
  }
  const choices = schema.anyOf ?? schema.oneOf ?? schema.allOf;
  if (choices !== undefined) {
    const all = choices.flatMap((choice) => fieldsOf(document, choice, name));
    return [...new Map(all.map((field) => [field.name, field])).values()];
  }
  if (schema.properties !== undefined) {
    const step = name === '' ? '' : `${name}.`;
    const properties = Object.entries(schema.properties);
    return properties.flatMap(([key, value]) => fieldsOf(document, value, step + key));
  }
  if (schema.items !== undefined) return fieldsOf(document, schema.items, `${name}[]`);
  return name === '' ? [] : [{ name, freeText: isFreeText(schema), id: isId(name, schema) }];
}

function isId(name: string, { format }: Schema): boolean {
  return format === 'uuid' || /(^|[._])ids?(\[\])?$|Ids?(\[\])?$/.test(name);
}

function isFreeText({ type, enum: few, const: only, format }: Schema): boolean {
  const isText = type === undefined || type === 'string' || type.includes('string');
  const isTime = format === 'date' || format === 'date-time';
  return isText && !isTime && few === undefined && only === undefined;
}
