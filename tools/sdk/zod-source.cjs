'use strict';

const texts = { uuid: 'z.uuid()', date: 'z.iso.date()', 'date-time': 'z.iso.datetime({ offset: true })' };

/** What a schema may say. Another word may narrow what is accepted, so it is refused rather than passed over. */
const known = {
  $ref: [],
  allOf: [],
  anyOf: [],
  string: ['enum', 'format', 'pattern', 'minLength', 'maxLength'],
  integer: ['minimum', 'maximum'],
  number: [],
  boolean: [],
  null: [],
  array: ['items', 'minItems', 'maxItems'],
  object: ['properties', 'required', 'additionalProperties', 'propertyNames'],
};

/**
 * The TypeScript source of the zod schemas of all request bodies, each with those it refers to before it.
 *
 * Every call is marked as pure: what a bundle does not use of this file, it need not hold.
 *
 * @param document an OpenAPI 3.1 document, as its parsed JSON
 * @throws where a schema says something that this would leave out
 */
function zodSource(document) {
  const written = new Map();
  for (const name of bodiesOf(document)) write(name, document.components.schemas, written);
  const lines = [...written].map(([name, source]) => `export const ${nameOf(name)} = ${source};`);
  return ["import * as z from 'zod/mini';", ...lines].join('\n\n');
}

function bodiesOf(document) {
  const operations = Object.values(document.paths).flatMap((path) => Object.values(path));
  return operations.flatMap(({ operationId, requestBody }) => {
    if (requestBody === undefined) return [];
    const { $ref } = requestBody.content['application/json'].schema;
    if ($ref === undefined) throw new Error(`The body of ${operationId} has no name: give its schema an id.`);
    return [referred($ref)];
  });
}

function write(name, schemas, written) {
  if (written.has(name)) return;
  const schema = schemas[name];
  for (const other of referencesIn(schema)) write(other, schemas, written);
  written.set(name, sourceOf(schema));
}

function referencesIn(schema) {
  return [...JSON.stringify(schema).matchAll(/"\$ref":"([^"]+)"/g)].map(([, reference]) =>
    referred(reference),
  );
}

function referred(reference) {
  return reference.replace('#/components/schemas/', '');
}

function nameOf(name) {
  return `${name[0].toLowerCase()}${name.slice(1)}Schema`;
}

function sourceOf({ description: _description, example: _example, default: preset, ...schema }) {
  const source = Array.isArray(schema.type) ? nullable(schema) : plain(schema);
  return preset === undefined ? source : call('_default', source, JSON.stringify(preset));
}

function nullable({ type, ...schema }) {
  const [one, ...others] = type.filter((name) => name !== 'null');
  if (others.length > 0) throw new Error(`No source for a schema of the types ${type.join(', ')}.`);
  const values = schema.enum && { enum: schema.enum.filter((value) => value !== null) };
  return call('nullable', plain({ ...schema, ...values, type: one }));
}

function plain(schema) {
  const kind = schema.type ?? ['$ref', 'allOf', 'anyOf'].find((word) => word in schema);
  refuseUnknown(schema, kind);
  switch (kind) {
    case '$ref':
      return nameOf(referred(schema.$ref));
    case 'allOf':
      return alone(schema.allOf);
    case 'anyOf':
      return oneOf(schema.anyOf);
    case 'string':
      return text(schema);
    case 'integer':
      return checked(call('int'), { gte: schema.minimum, lte: schema.maximum });
    case 'array':
      return checked(call('array', sourceOf(schema.items)), {
        minLength: schema.minItems,
        maxLength: schema.maxItems,
      });
    case 'object':
      return object(schema);
    default:
      return call(kind);
  }
}

function refuseUnknown(schema, kind) {
  const strange = Object.keys(schema).filter(
    (word) => ![kind, 'type', ...(known[kind] ?? [])].includes(word),
  );
  if (known[kind] === undefined || strange.length > 0) {
    throw new Error(`No source for ${strange.join(', ')} of a schema of the type ${kind}.`);
  }
}

/** What may be null is said to be that: a fault in it is told at its own place, and not as one of a whole union. */
function oneOf(schemas) {
  const others = schemas.filter(({ type }) => type !== 'null');
  const [only] = others;
  const source = others.length === 1 ? sourceOf(only) : call('union', list(others.map(sourceOf)));
  return others.length < schemas.length ? call('nullable', source) : source;
}

/** How the document says more about a reference: as the only one of all. */
function alone(schemas) {
  if (schemas.length !== 1) throw new Error('No source for a schema that is several others at once.');
  return sourceOf(schemas[0]);
}

function text(schema) {
  if (schema.enum) return call('enum', JSON.stringify(schema.enum));
  const { minLength, maxLength, format, pattern } = schema;
  const regex = pattern && new RegExp(pattern, 'u').toString();
  if (!format) return checked(call('string'), { minLength, maxLength, regex });
  // Of a format that zod knows the pattern says the same once more.
  if (texts[format]) return checked(pure(texts[format]), { minLength, maxLength });
  if (!regex) throw new Error(`No source for text of the format ${format}.`);
  // One of ours: a name for its pattern, which a fault then names.
  return checked(call('stringFormat', JSON.stringify(format), regex), { minLength, maxLength });
}

function object({ properties, required = [], additionalProperties, propertyNames }) {
  if (properties === undefined && typeof additionalProperties === 'object')
    return call('record', sourceOf({ type: 'string', ...propertyNames }), sourceOf(additionalProperties));
  const isOpen = JSON.stringify(additionalProperties) === '{}';
  if (additionalProperties !== false && !isOpen)
    throw new Error('No source for an object that may hold some things more.');
  const members = Object.entries(properties).map(([name, schema]) => {
    // What has a default may be absent by that alone.
    const optional = !required.includes(name) && schema.default === undefined;
    return `${JSON.stringify(name)}: ${optional ? call('optional', sourceOf(schema)) : sourceOf(schema)}`;
  });
  return call(isOpen ? 'looseObject' : 'strictObject', `{ ${members.join(', ')} }`);
}

function checked(source, checks) {
  const calls = Object.entries(checks)
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => call(name, value));
  return calls.length > 0 ? `${source}.check(${calls.join(', ')})` : source;
}

function call(name, ...args) {
  return pure(`z.${name}(${args.join(', ')})`);
}

function pure(source) {
  return `/* @__PURE__ */ ${source}`;
}

function list(sources) {
  return `[${sources.join(', ')}]`;
}

module.exports = { zodSource };
