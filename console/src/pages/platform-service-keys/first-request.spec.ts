import { firstRequest } from './first-request';

const asked = { address: 'https://example.com/kunci', key: 'API_KEY_TO_VERIFY' };

describe('what a new service key is tried with', () => {
  it('is the question of a gateway, which sends its secret as Kunci-Gateway and not as the key that it asks about', () => {
    expect(firstRequest({ secret: 'b307', mayVerify: true, ofGateway: true }, asked)).toBe(
      [
        "curl 'https://example.com/kunci/gateway/check'",
        "  -H 'X-API-Key: API_KEY_TO_VERIFY'",
        "  -H 'Kunci-Gateway: b307'",
      ].join(' \\\n'),
    );
  });

  it('verifies an API key for a service', () => {
    const text = firstRequest({ secret: 'b307', mayVerify: true, ofGateway: false }, asked);

    expect(text).toContain("'https://example.com/kunci/api/v1/keys/verify'");
    expect(text).toContain("-H 'X-API-Key: b307'");
    expect(text).toContain(`{"key":"API_KEY_TO_VERIFY"}`);
  });

  it('says who a key is that may not verify', () => {
    expect(firstRequest({ secret: 'b307', mayVerify: false, ofGateway: false }, asked)).toContain(
      "'https://example.com/kunci/api/v1/me'",
    );
  });
});
