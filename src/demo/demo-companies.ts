import { type SystemRoleCode } from '../../libs/permissions';

/** On every account. It is no secret: demo data exists in development only. */
export const demoPassword = 'kunci-demo-2026';

/** On every account, too. */
export const demoPin = '246810';

export interface DemoCompany {
  readonly name: string;
  readonly slug: string;
  readonly locale: 'en' | 'id';
  /** What it shows, for the banner. */
  readonly shows: string;
  /** Beside `owner@<slug>.test`. */
  readonly others: readonly { readonly username: string; readonly role: SystemRoleCode }[];
  /** What its key policies change of the defaults, as `PATCH /settings` takes it. */
  readonly keys: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
}

/** One company for each way of using keys. */
export const demoCompanies: readonly DemoCompany[] = [
  {
    name: 'Super Murah Shirt',
    slug: 'super-murah-shirt',
    locale: 'id',
    shows: 'one company key, shown and hidden; removing it asks for the password',
    others: [{ username: 'member@super-murah-shirt.test', role: 'member' }],
    keys: {
      company: {
        maxActive: 1,
        nameRequired: false,
        visibility: 'recoverable',
        format: 'hex32',
        stepUp: { revoke: 'password' },
      },
    },
  },
  {
    name: 'Lintas Pay',
    slug: 'lintas-pay',
    locale: 'en',
    shows: 'a key for each product, with a PIN',
    others: [
      { username: 'superadmin@lintas-pay.test', role: 'superadmin' },
      { username: 'admin@lintas-pay.test', role: 'admin' },
      { username: 'member@lintas-pay.test', role: 'member' },
    ],
    keys: {
      product: {
        visibility: 'recoverable',
        stepUp: { generate: 'pin', reveal: 'pin', rotate: 'pin', revoke: 'pin' },
      },
    },
  },
  {
    name: 'Orbit Bookings',
    slug: 'orbit-bookings',
    locale: 'en',
    shows: 'named keys, copied once',
    others: [],
    keys: { company: { nameRequired: true, visibility: 'once' } },
  },
  {
    name: 'Timecraft',
    slug: 'timecraft',
    locale: 'en',
    shows: 'personal keys, off until an administrator turns them on',
    others: [
      { username: 'admin@timecraft.test', role: 'admin' },
      { username: 'user@timecraft.test', role: 'member' },
    ],
    keys: {},
  },
  {
    name: 'Welcome Desk',
    slug: 'welcome-desk',
    locale: 'en',
    shows: 'labelled tokens that stay in the list when revoked',
    others: [
      { username: 'sysadmin@welcome-desk.test', role: 'system-administrator' },
      { username: 'member@welcome-desk.test', role: 'member' },
    ],
    keys: { company: { nameRequired: true, visibility: 'recoverable' } },
  },
];

/** A person in more than one company. */
export const demoTraveller = {
  username: 'multi@kunci.test',
  companies: ['timecraft', 'orbit-bookings'],
} as const;

/** Platform staff. */
export const demoOperator = 'operator@kunci.test';

interface DemoProduct {
  readonly code: string;
  readonly name: string;
  /** Whether Lintas Pay has it already, or still waits for it. */
  readonly enabled: boolean;
}

/** What the platform sells, and Lintas Pay asked for. Each grants reading sales invoices. */
export const demoProducts: readonly DemoProduct[] = [
  { code: 'disbursement', name: 'Disbursement', enabled: true },
  { code: 'payment-link', name: 'Payment Link', enabled: true },
  { code: 'qris', name: 'QRIS', enabled: false },
];
export const demoProductsBuyer = 'lintas-pay';

export function ownerOf(company: Pick<DemoCompany, 'slug'>): string {
  return `owner@${company.slug}.test`;
}
