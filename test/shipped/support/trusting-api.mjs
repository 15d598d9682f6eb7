/*
 * An API that trusts `Kunci-Identity` and nothing else, as an API behind a gateway should: `node trusting-api.mjs JWKS_URL ISSUER AUDIENCE`.
 * It prints its address, and answers 200 with the claims, or 401.
 */
import { createServer } from 'node:http';
import { createRemoteJWKSet, jwtVerify } from 'jose';

const [, , jwksUrl, issuer, audience] = process.argv;
const keys = createRemoteJWKSet(new URL(jwksUrl));

const server = createServer(async (request, response) => {
  try {
    const token = request.headers['kunci-identity'] ?? '';
    const { payload } = await jwtVerify(token, keys, { issuer, audience, algorithms: ['EdDSA'] });
    response.end(JSON.stringify({ claims: payload, headers: request.headers }));
  } catch (error) {
    response.writeHead(401).end(JSON.stringify({ code: error.code }));
  }
});
server.listen(0, '127.0.0.1', () => console.log(`http://127.0.0.1:${server.address().port}`));
