/** Whether an address is one that gateways ask at. They hand an answer on to their clients, so none has a body. */
export function isGatewayPath(url: string): boolean {
  return url.startsWith('/gateway/');
}
