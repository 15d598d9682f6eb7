import { useQuery } from '@tanstack/react-query';
import { answerOf, api } from '../api/client';
import { queryKeys } from '../api/query-keys';
import { drawnSignUp } from '../front/drawn-front';

/** Whether companies can sign up here: null while the server is asked. */
export function useSignUpOpen(): boolean | null {
  const { data } = useQuery({
    queryKey: queryKeys.signUp(),
    queryFn: () => answerOf(api.GET('/api/v1/sign-up')),
    initialData: drawnSignUp,
    staleTime: Infinity,
  });
  return data?.open ?? null;
}
