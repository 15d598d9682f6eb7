import { allKeysRows } from './rows/all-keys';
import { companyKeyRows } from './rows/company-keys';
import { companyRows } from './rows/company';
import { mySettingsRows } from './rows/my-settings';
import { oneKeyRows } from './rows/one-key';
import { peopleRows } from './rows/people';
import { platformRows } from './rows/platform';
import { productKeyRows } from './rows/product-keys';
import { serviceAccountRows } from './rows/service-accounts';
import { shellRows } from './rows/shell';
import { type Row } from './scene';

/** Everything in the console that opens over a page or in it. A new dialog gets its row here, or coverage.spec.ts fails. */
export const dialogs: readonly Row[] = [
  ...shellRows,
  ...allKeysRows,
  ...companyKeyRows,
  ...productKeyRows,
  ...serviceAccountRows,
  ...oneKeyRows,
  ...mySettingsRows,
  ...companyRows,
  ...peopleRows,
  ...platformRows,
];
