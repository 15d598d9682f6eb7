import { tmpdir } from 'node:os';
import { ConfigFault, type GatewayConfig, loadConfig } from './index';

const secret = Buffer.alloc(32, 1).toString('base64');
const production = {
  KUNCI_MODE: 'production',
  DATA_DIR: tmpdir(),
  KUNCI_PEPPERS: `v1:${secret}`,
  KUNCI_KEKS: `v1:${secret}`,
  KUNCI_AUDIT_KEY: secret,
};

const read = (env: Record<string, string>): GatewayConfig | null =>
  loadConfig({ ...production, ...env }).gateway;

function faultsOf(env: Record<string, string>): readonly string[] {
  try {
    read(env);
    return [];
  } catch (error) {
    if (error instanceof ConfigFault) return error.faults;
    throw error;
  }
}

describe('the listener for gateways', () => {
  it('is off unless it is set', () => {
    expect(read({})).toBeNull();
    expect(read({ GATEWAY_LISTEN: '' })).toBeNull();
  });

  it.each([
    ['3001', '127.0.0.1', 3001],
    ['127.0.0.2:3001', '127.0.0.2', 3001],
    ['[::1]:3001', '::1', 3001],
    ['0', '127.0.0.1', 0],
  ])('is on loopback, where only this machine reaches it: %s', (text, host, port) => {
    expect(read({ GATEWAY_LISTEN: text })).toEqual({ host, port, allowedAddresses: null, audiences: [] });
  });

  it.each(['0.0.0.0:3001', '10.0.0.4:3001', '[::]:3001', '[2001:db8::1]:3001'])(
    'does not start where others reach it and nobody says who may: %s',
    (text) => {
      expect(faultsOf({ GATEWAY_LISTEN: text })).toEqual([
        expect.stringMatching(/^GATEWAY_ALLOWED_ADDRESSES is missing: .* say from where gateways connect/),
      ]);
      expect(read({ GATEWAY_LISTEN: text, GATEWAY_ALLOWED_ADDRESSES: '10.0.0.0/8, ::1' })).toMatchObject({
        allowedAddresses: ['10.0.0.0/8', '::1'],
      });
    },
  );

  it.each(['localhost:3001', ':3001', '3001:', '65536', '::1:3001', '[127.0.0.1]:1', '1.2.3:1', 'x', '-1'])(
    'is an address and a port, and nothing else: %s',
    (text) => {
      expect(faultsOf({ GATEWAY_LISTEN: text })).toEqual([
        expect.stringMatching(/^GATEWAY_LISTEN must be a port, or an address and a port/),
      ]);
    },
  );

  it('signs for the audiences that are named', () => {
    const env = { GATEWAY_LISTEN: '3001', GATEWAY_AUDIENCES: 'https://a.example.com, orders' };
    expect(read(env)?.audiences).toEqual(['https://a.example.com', 'orders']);
  });

  it.each(['a b', 'a,,b', 'a'.repeat(201)])('refuses what is no audience: %s', (text) => {
    expect(faultsOf({ GATEWAY_LISTEN: '3001', GATEWAY_AUDIENCES: text })).toEqual([
      expect.stringMatching(/^GATEWAY_AUDIENCES must be/),
    ]);
  });

  it('does not start with settings for a listener that is off', () => {
    expect(faultsOf({ GATEWAY_AUDIENCES: 'a', GATEWAY_ALLOWED_ADDRESSES: '10.0.0.1' })).toEqual([
      'GATEWAY_ALLOWED_ADDRESSES is for GATEWAY_LISTEN, which is not set',
      'GATEWAY_AUDIENCES is for GATEWAY_LISTEN, which is not set',
    ]);
  });
});
