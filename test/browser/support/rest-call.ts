/** What a program presents: a key in its header, or a username and a key as Basic. */
export type Credentials = string | { readonly username: string; readonly key: string };

export interface Answer {
  readonly status: number;
  /** The parsed JSON; tests look into it freely. */
  // eslint-disable-next-line @typescript-eslint/no-explicit-any
  readonly body: any;
}

const invoices = '/core/api/v1/sales_invoices';

/** Asks for the sample invoices, or another path, over HTTP. */
export async function callWith(address: string, credentials: Credentials, path = invoices): Promise<Answer> {
  const response = await fetch(`${address}${path}`, { headers: headersOf(credentials) });
  return { status: response.status, body: await response.json() };
}

function headersOf(credentials: Credentials): Record<string, string> {
  if (typeof credentials === 'string') return { 'x-api-key': credentials };
  const { username, key } = credentials;
  return { authorization: `Basic ${Buffer.from(`${username}:${key}`).toString('base64')}` };
}
