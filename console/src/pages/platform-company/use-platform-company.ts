import { useQuery } from '@tanstack/react-query';
import { answerOf, api, type Schemas } from '../../api/client';
import { queryKeys } from '../../api/query-keys';

export type CompanyDetails = Schemas['PlatformCompanyDetails'];

/** With the lists of companies: what is decided there is read again here. */
export function usePlatformCompany(id: string) {
  return useQuery({
    queryKey: queryKeys.platform('companies', 'one', id),
    queryFn: () => answerOf(api.GET('/api/v1/platform/companies/{id}', { params: { path: { id } } })),
  });
}
