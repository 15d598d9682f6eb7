import { answerOf, api, type Schemas } from '../../api/client';
import { type SendOptions, useCommand } from '../../api/use-command';
import { accountRefreshes, type ServiceAccount } from './service-account';

export interface AccountValues {
  name: string;
  description: string;
  /** Ids. */
  roles: string[];
}

/** What is sent of a new service account. */
export function bodyOf({ name, description, roles }: AccountValues): Schemas['NewServiceAccount'] {
  return {
    name: name.trim(),
    ...(description.trim() === '' ? {} : { description: description.trim() }),
    roles,
  };
}

export function useCreating(onDone: () => void) {
  return useCommand({
    send: (values: AccountValues, { headers }: SendOptions) =>
      answerOf(api.POST('/api/v1/service-accounts', { body: bodyOf(values), headers })),
    refreshes: accountRefreshes,
    onDone,
  });
}

/** Changes what differs from the account as the form began with it. */
export function useChanging(before: ServiceAccount, onDone: () => void) {
  return useCommand({
    send: (values: AccountValues) =>
      answerOf(
        api.PATCH('/api/v1/service-accounts/{id}', {
          params: { path: { id: before.id } },
          body: patchOf(before, values),
        }),
      ),
    refreshes: accountRefreshes,
    onDone,
  });
}

function patchOf(before: ServiceAccount, values: AccountValues): Schemas['ServiceAccountPatch'] {
  const name = values.name.trim();
  const description = values.description.trim();
  const held = before.roles.map(({ id }) => id);
  const isSame = held.length === values.roles.length && held.every((id) => values.roles.includes(id));
  return {
    ...(name === before.name ? {} : { name }),
    ...(description === (before.description ?? '')
      ? {}
      : { description: description === '' ? null : description }),
    ...(isSame ? {} : { roles: values.roles }),
  };
}
