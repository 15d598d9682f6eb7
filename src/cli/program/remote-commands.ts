import { companiesList } from '../remote/companies-list';
import { companiesUse } from '../remote/companies-use';
import { doctor } from '../remote/doctor';
import { eventsTail } from '../remote/events-tail';
import { keysCreate } from '../remote/keys-create';
import { keysDisable } from '../remote/keys-disable';
import { keysEnable } from '../remote/keys-enable';
import { keysList } from '../remote/keys-list';
import { keysReveal } from '../remote/keys-reveal';
import { keysRevoke } from '../remote/keys-revoke';
import { keysRotate } from '../remote/keys-rotate';
import { keysShow } from '../remote/keys-show';
import { keysVerify } from '../remote/keys-verify';
import { login } from '../remote/login';
import { logout } from '../remote/logout';
import { productsList } from '../remote/products-list';
import { type RemoteCommand } from '../remote/remote-command';
import { serviceAccountsList } from '../remote/service-accounts-list';
import { whoami } from '../remote/whoami';

/** All commands that call a server over HTTP, in the order of the help. */
export const remoteCommands: readonly RemoteCommand[] = [
  login,
  logout,
  whoami,
  doctor,
  keysList,
  keysShow,
  keysCreate,
  keysRotate,
  keysRevoke,
  keysDisable,
  keysEnable,
  keysReveal,
  keysVerify,
  companiesList,
  companiesUse,
  productsList,
  serviceAccountsList,
  eventsTail,
];

/** What the commands with two words are about, by the first. */
export const groups: Readonly<Record<string, string>> = {
  keys: 'List, create, rotate and revoke keys',
  companies: 'List your companies, and choose one',
  products: 'List products',
  events: 'Follow the audit trail (tail), or write it from the database',
  'service-accounts': 'List service accounts',
};
