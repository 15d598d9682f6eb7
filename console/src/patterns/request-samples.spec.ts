import { curl, requestSamples } from './request-samples';

const read = { url: 'http://127.0.0.1:3000/core/api/v1/sales_invoices', apiKey: 'b307' };

describe('a request to paste and run', () => {
  it('is given in three languages, each with the address and the key', () => {
    const samples = requestSamples(read);
    expect(samples.map(({ language }) => language)).toEqual(['curl', 'javascript', 'python']);
    for (const { code } of samples) {
      expect(code).toContain(read.url);
      expect(code).toContain('b307');
    }
  });

  it('reads without a body', () => {
    expect(curl(read)).toBe(`curl '${read.url}' \\\n  -H 'X-API-Key: b307'`);
  });

  it('puts the key where a password goes, if it has a username', () => {
    expect(curl({ ...read, username: 'user@timecraft.test' })).toBe(
      `curl '${read.url}' \\\n  -u 'user@timecraft.test:b307'`,
    );
  });

  it('sends a body as JSON', () => {
    expect(curl({ ...read, method: 'POST', body: { amount: 5 } })).toContain(
      `-X POST \\\n  -H 'Content-Type: application/json' \\\n  -d '{"amount":5}'`,
    );
  });

  it('keeps a quote in a value from ending the argument', () => {
    expect(curl({ ...read, body: { name: "Toko O'Neill" } })).toContain(`O'\\''Neill`);
  });
});
