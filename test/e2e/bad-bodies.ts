/** As much of JSON Schema as the document uses. */
export interface Schema {
  readonly $ref?: string;
  readonly type?: string | readonly string[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly items?: Schema;
  readonly anyOf?: readonly Schema[];
  readonly allOf?: readonly Schema[];
}

/** A body with one fault, and a JSON Pointer to it. */
export interface BadBody {
  readonly pointer: string;
  readonly body: unknown;
}

/** One value of each type that JSON has. */
const samples: Readonly<Record<string, unknown>> = {
  null: null,
  boolean: true,
  number: 7,
  string: 'text',
  array: [],
  object: {},
};

/** Some that objects have by nature, and one that a pointer has to escape. */
const unknownNames = ['surprise', 'constructor', 'prototype', 'toString', 'a~b/c'];

/** Derives bad bodies from the schemas of good ones. */
export class BadBodies {
  /** @param named the schemas that `$ref` can point to. */
  constructor(private readonly named: Readonly<Record<string, Schema>>) {}

  /** A value of each wrong type at every place. */
  ofWrongTypes(schema: Schema): BadBody[] {
    const types = this.typesOf(schema);
    const here = Object.entries(samples)
      .filter(([type]) => !types.includes(type))
      .map(([, body]) => ({ pointer: '', body }));
    return [...here, ...this.inside(schema, (inner) => this.ofWrongTypes(inner))];
  }

  /** A field too many in every object. */
  withUnknownFields(schema: Schema): BadBody[] {
    const names = this.resolve(schema).properties === undefined ? [] : unknownNames;
    const here = names.map((name) => ({ pointer: `/${escaped(name)}`, body: { [name]: 1 } }));
    return [...here, ...this.inside(schema, (inner) => this.withUnknownFields(inner))];
  }

  private inside(schema: Schema, faultsOf: (inner: Schema) => BadBody[]): BadBody[] {
    const { properties = {}, items } = this.resolve(schema);
    const put = (name: string, inner: Schema, around: (body: unknown) => unknown): BadBody[] =>
      faultsOf(inner).map(({ pointer, body }) => ({ pointer: `/${name}${pointer}`, body: around(body) }));
    const fields = Object.entries(properties);
    return [
      ...fields.flatMap(([name, inner]) => put(name, inner, (body) => ({ [name]: body }))),
      ...(items ? put('0', items, (body) => [body]) : []),
    ];
  }

  private typesOf(schema: Schema): string[] {
    const { type = [], anyOf = [] } = this.resolve(schema);
    const own = [type].flat().map((name) => (name === 'integer' ? 'number' : name));
    return [...own, ...anyOf.flatMap((choice) => this.typesOf(choice))];
  }

  /** The schema itself, where another one only points to it. */
  private resolve(schema: Schema): Schema {
    if (schema.$ref !== undefined)
      return this.resolve(this.named[schema.$ref.replace('#/components/schemas/', '')] ?? {});
    const [only] = schema.allOf ?? [];
    return only === undefined ? schema : this.resolve(only);
  }
}

function escaped(name: string): string {
  return name.replaceAll('~', '~0').replaceAll('/', '~1');
}
