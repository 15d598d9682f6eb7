import type { Schemas } from '../../api/client';
import { queryKeys } from '../../api/query-keys';

export type ServiceAccount = Schemas['ServiceAccount'];

/** What may have changed with a service account: the lists it is in, and its keys. */
export const accountRefreshes = [queryKeys.serviceAccounts(), queryKeys.keys()] as const;
