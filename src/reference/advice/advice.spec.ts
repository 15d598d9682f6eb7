import { readFileSync } from 'node:fs';
import path from 'node:path';
import { adviceByCode } from '.';
import { requestExamples } from '../request-examples';

interface Operation {
  readonly operationId: string;
  readonly requestBody?: { readonly content: Readonly<Record<string, { readonly example?: object }>> };
}

const file = path.resolve(__dirname, '../../../docs/openapi.json');
const { paths } = JSON.parse(readFileSync(file, 'utf8')) as {
  paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
};
const operations = Object.values(paths).flatMap((item) => Object.values(item));
const names = operations.map(({ operationId }) => operationId);

describe('what is told of operations by their names', () => {
  it('is told of operations that there are', () => {
    const told = Object.values(adviceByCode).flatMap(({ where }) => (typeof where === 'string' ? [] : where));

    expect([...told, ...Object.keys(requestExamples)].filter((name) => !names.includes(name))).toEqual([]);
  });

  it('has an example for every body of the core', () => {
    const without = operations.filter(
      ({ operationId, requestBody }) => requestBody !== undefined && !(operationId in requestExamples),
    );

    // The fields of a business module have examples of their own.
    expect(without.map(({ operationId }) => operationId)).toEqual(['createSalesInvoice']);
  });
});
