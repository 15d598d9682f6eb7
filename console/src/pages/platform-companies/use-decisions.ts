import { answerOf, api } from '../../api/client';
import { queryKeys } from '../../api/query-keys';
import { useQueryClient } from '@tanstack/react-query';
import type { Choice } from './choice';

/**
 * Carries out what was chosen. What the server refuses is thrown, for the dialog to show; the lists are read again in either
 * case, for a refusal means that somebody else was first.
 */
export function useDecisions(): (choice: Choice, reason: string) => Promise<void> {
  const queries = useQueryClient();
  return async (choice, reason) => {
    try {
      await decide(choice, reason);
    } finally {
      await queries.invalidateQueries({ queryKey: queryKeys.platform('companies') });
    }
  };
}

/** Switches a product on or off for a company. */
export async function setProduct(companyId: string, code: string, enabled: boolean): Promise<void> {
  const path = { id: companyId, code };
  await answerOf(
    api.PUT('/api/v1/platform/companies/{id}/products/{code}', { params: { path }, body: { enabled } }),
  );
}

async function decide(choice: Choice, reason: string): Promise<void> {
  const params = { path: { id: choice.company.id } };
  const seen = { revision: choice.company.revision };
  switch (choice.act) {
    case 'approve':
      await api.POST('/api/v1/platform/companies/{id}/approve', { params, body: seen });
      return;
    case 'reject':
      await api.POST('/api/v1/platform/companies/{id}/reject', { params, body: { ...seen, reason } });
      return;
    case 'approveName':
      await api.POST('/api/v1/platform/companies/{id}/name/approve', { params, body: seen });
      return;
    case 'rejectName':
      await api.POST('/api/v1/platform/companies/{id}/name/reject', { params, body: seen });
      return;
    case 'suspend':
      await api.POST('/api/v1/platform/companies/{id}/suspend', { params, body: { reason } });
      return;
    case 'reinstate':
      await api.POST('/api/v1/platform/companies/{id}/reinstate', { params });
      return;
    case 'disable':
      return setProduct(choice.company.id, choice.product.code, false);
    case 'products':
      // The dialog of the products acts by itself.
      return;
  }
}
