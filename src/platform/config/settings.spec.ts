import { settingsSchema } from './settings';

function accepts(name: keyof typeof settingsSchema.shape, text: string): boolean {
  return settingsSchema.safeParse({ [name]: text }).success;
}

describe('a setting', () => {
  it.each([
    ['PORT', '0'],
    ['PORT', '65535'],
    ['DATABASE_URL', 'mysql://db/kunci'],
    ['DATABASE_URL', 'mysql://kunci:p%40ss@[::1]:3306/kunci'],
    ['PUBLIC_URL', 'http://localhost:3000'],
    ['PUBLIC_URL', 'https://keys.example.com/'],
    ['PUBLIC_URL', 'https://example.com/kunci/'],
    ['CORS_ORIGINS', 'https://app.example.com'],
    ['CORS_ORIGINS', 'https://app.example.com, http://localhost:5173'],
    ['TRUST_PROXY', '127.0.0.1'],
    ['TRUST_PROXY', '10.0.0.0/8, fd00::/8,::1'],
    ['KUNCI_MODE', 'production'],
    ['KUNCI_KEY_PREFIX', 'ab'],
    ['KUNCI_KEY_PREFIX', `a${'1'.repeat(15)}`],
    ['BRAND_NAME', 'Toko Makmur & Anak'],
    ['BRAND_COLOR', '#FFCC00'],
    ['LOG_LEVEL', 'silent'],
  ] as const)('%s may be %s', (name, text) => {
    expect(accepts(name, text)).toBe(true);
  });

  it.each([
    ['PORT', '65536'],
    ['PORT', '-1'],
    ['PORT', '80 '],
    ['PORT', '1e3'],
    ['PORT', '0x50'],
    ['DATABASE_URL', 'mysql://db'],
    ['DATABASE_URL', 'mysql://db/'],
    ['DATABASE_URL', 'mysql:///kunci'],
    ['DATABASE_URL', 'postgres://db/kunci'],
    ['DATABASE_URL', 'db/kunci'],
    ['PUBLIC_URL', 'keys.example.com'],
    ['PUBLIC_URL', 'ftp://keys.example.com'],
    ['PUBLIC_URL', 'https://keys.example.com//console'],
    ['PUBLIC_URL', 'https://keys.example.com/a/../console'],
    ['PUBLIC_URL', 'https://keys.example.com/%63onsole'],
    ['PUBLIC_URL', 'https://keys.example.com?x'],
    ['PUBLIC_URL', 'https://me:secret@keys.example.com'],
    ['PUBLIC_URL', 'https://keys.example.com/#console'],
    ['HOST', 'http://0.0.0.0'],
    ['HOST', '0.0.0.0:3000'],
    ['HOST', '[::1]'],
    ['WORKERS', 'four'],
    ['CORS_ORIGINS', '*'],
    ['CORS_ORIGINS', 'null'],
    ['CORS_ORIGINS', 'app.example.com'],
    ['CORS_ORIGINS', 'https://app.example.com/'],
    ['CORS_ORIGINS', 'https://App.example.com'],
    ['CORS_ORIGINS', 'https://app.example.com:443'],
    ['CORS_ORIGINS', 'https://*.example.com'],
    ['CORS_ORIGINS', 'https://app.example.com,'],
    ['CORS_ORIGINS', 'ftp://app.example.com'],
    ['TRUST_PROXY', 'yes'],
    ['DATABASE_URL', 'mysql://db/kunci/more'],
    ['DATABASE_URL', 'mysql://db/kunci#more'],
    ['TRUST_PROXY', 'true'],
    ['TRUST_PROXY', '1'],
    ['TRUST_PROXY', 'proxy.internal'],
    ['TRUST_PROXY', '10.0.0.0/33'],
    ['TRUST_PROXY', '10.0.0.0/8,'],
    ['KUNCI_MODE', 'Production'],
    ['KUNCI_MODE', 'test'],
    ['KUNCI_KEY_PREFIX', 'a'],
    ['KUNCI_KEY_PREFIX', `a${'1'.repeat(16)}`],
    ['KUNCI_KEY_PREFIX', '1a'],
    ['KUNCI_KEY_PREFIX', 'my_app'],
    ['KUNCI_KEY_PREFIX', 'ab\n'],
    ['SIGN_UP', 'yes'],
    ['BRAND_NAME', 'x'.repeat(41)],
    ['BRAND_NAME', 'two\nlines'],
    ['BRAND_COLOR', 'red'],
    ['BRAND_COLOR', '#fc0'],
    ['LOG_LEVEL', 'verbose'],
  ] as const)('%s may not be %j', (name, text) => {
    expect(accepts(name, text)).toBe(false);
  });

  it.each(['10/8', '010.0.0.0/8', '0x0a.0.0.0/8'])(
    'TRUST_PROXY may not be %s, which would trust another block than it seems to',
    (block) => {
      expect(accepts('TRUST_PROXY', block)).toBe(false);
    },
  );

  it('PUBLIC_URL is kept as browsers write an origin', () => {
    const parsed = settingsSchema.parse({ PUBLIC_URL: 'HTTPS://Keys.Example.com:443/' });
    expect(parsed.PUBLIC_URL).toBe('https://keys.example.com');
  });
});
