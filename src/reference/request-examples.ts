/** An id of the right form, which nothing has: whatever takes it answers 404, and nothing is changed by trying. */
const nobodysId = '01900000-0000-7000-8000-000000000000';
const day = '2030-12-31';
const token = 'token-of-the-invitation-or-reset';
const password = 'correct horse battery staple';
const shape = { prefix: 'old_', length: 40, alphabet: 'hex' };
const hash = '4f53cda18c2baa0c0354bb5f9a3ecbe5ed12ab4d8e11ba873c2f11161202b945';

/**
 * A body for every operation that takes one, by its name: what the documentation shows, and what programs send that make requests
 * from the OpenAPI document. A business module gives its fields examples in its own schema.
 */
export const requestExamples: Readonly<Record<string, object>> = {
  // A company, its people and their roles.
  foundCompany: {
    name: 'Toko Melati',
    slug: 'toko-melati',
    owner: { username: 'rina@example.com', password },
  },
  updateCompany: { name: 'Toko Melati' },
  createRole: { name: 'Key auditor', permissions: ['keys.company:read'] },
  updateRole: { name: 'Key auditor' },
  updateSettings: { locale: 'en', timeZone: 'Asia/Jakarta' },
  inviteUser: { username: 'budi@example.com', roles: [] },
  updateUser: { active: true },
  setUserRoles: { roles: [nobodysId] },
  createServiceAccount: { name: 'Deployment', description: 'Rotates keys at night', roles: [] },
  updateServiceAccount: { description: 'Rotates keys at night' },

  // Signing in, and what protects an account.
  signIn: { username: 'rina@example.com', password },
  switchCompany: { companyId: nobodysId },
  readMyNotifications: { upTo: nobodysId },
  stepUp: { factor: 'password', secret: password, action: 'generate', kind: 'company' },
  setMyPin: { password, pin: '739164' },
  beginMyTotp: { password },
  confirmMyTotp: { code: '492039' },
  removeMyTotp: { password },
  changeMyPassword: { password, newPassword: 'another horse battery staple' },
  previewInvitation: { token },
  redeemInvitation: { token, username: 'budi@example.com', password },
  resetPassword: { username: 'budi@example.com' },
  previewPasswordReset: { token },
  redeemPasswordReset: { token, password },

  // Keys.
  verifyKey: { key: 'kunci_key-that-a-customer-sent', permission: 'orders:read AND orders:write' },
  generateKey: {
    kind: 'company',
    name: 'Backend',
    expiresAt: day,
    rateLimits: [{ name: 'per-minute', limit: 600, windowSeconds: 60 }],
  },
  revokeCredentials: { credentials: ['kunci_key-that-turned-up'] },
  lookUpKey: { key: 'kunci_key-that-turned-up' },
  previewKeyPolicy: { kind: 'company', maxLifetimeDays: 365 },
  updateKey: { name: 'Backend', expiresAt: day },
  bulkKeys: { action: 'disable', ids: [nobodysId] },
  rotateOwnKey: { overlapSeconds: 86_400 },
  rotateKey: { overlapSeconds: 86_400 },
  revokeKey: { reason: 'The backend was shut down' },
  importKeys: { kind: 'company', shape, keys: [{ hash, algorithm: 'sha256-hex', name: 'Old backend' }] },

  // Operators.
  createPlatformCompany: {
    name: 'Toko Melati',
    slug: 'toko-melati',
    owner: { username: 'rina@example.com' },
  },
  approveCompany: { revision: 1 },
  rejectCompany: { revision: 1, reason: 'The name belongs to somebody else' },
  approveCompanyName: { revision: 1 },
  rejectCompanyName: { revision: 1 },
  suspendCompany: { reason: 'Invoices are unpaid' },
  setProductActivation: { enabled: true },
  lookUpPlatformKey: { key: 'kunci_key-that-turned-up' },
  revokePlatformKey: { reason: 'Found in a public repository' },
  createProduct: {
    code: 'shipping',
    name: 'Shipping',
    grants: [],
    permissions: [{ name: 'parcels:read', label: 'Read parcels' }],
  },
  updateProduct: { name: 'Shipping' },
  generateServiceKey: { name: 'Order backend', permissions: ['keys:verify'], expiresAt: day },
};

/** What stands in a path, by the name of its parameter. */
export const pathExamples: Readonly<Record<string, string>> = { id: nobodysId, code: 'shipping' };
