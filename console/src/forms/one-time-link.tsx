import { Anchor, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useLocation } from 'react-router';
import type { ProblemCode } from '../../../libs/problems';
import { isProblem } from '../api/problem';
import { queryKeys } from '../api/query-keys';
import { useProblemText } from '../i18n/use-problem-text';
import { ErrorState } from '../patterns/error-state';
import { LoadingState } from '../patterns/loading-state';
import { tokenIn } from '../session/links';

interface OneTimeLinkProps<View> {
  /** Asks the server what the token of the link is for, which changes nothing. */
  readonly read: (token: string) => Promise<View>;
  /** What the server answers to a token that can no longer be used, and what is said then. */
  readonly over: { readonly code: ProblemCode; readonly text: string };
  readonly children: (token: string, view: View) => ReactNode;
}

/** What a link with a token leads to. A link that is over says so before anything is typed. */
export function OneTimeLink<View>({ read, over, children }: OneTimeLinkProps<View>) {
  const { t } = useTranslation('session');
  const token = tokenIn(useLocation().hash);
  const { view, error, again } = useLinkView(token, read);
  const textOf = useProblemText();
  if (token === null) return <Text>{t('noToken')}</Text>;
  if (view !== null) return children(token, view);
  if (error === null) return <LoadingState onRetry={again} />;
  const isOver = isProblem(error, over.code);
  return (
    <ErrorState
      title={isOver ? t('linkOver') : t('linkNotRead')}
      {...(isOver
        ? {
            action: (
              <Anchor component={Link} to="/sign-in">
                {t('signUp.signIn')}
              </Anchor>
            ),
          }
        : { onRetry: again })}
    >
      {isOver ? over.text : textOf(error)}
    </ErrorState>
  );
}

/** Read once: the token ends when the form is sent, and what is dropped with the session is not to be asked for again. */
function useLinkView<View>(token: string | null, read: (token: string) => Promise<View>) {
  const [view, setView] = useState<View | null>(null);
  const { error, refetch } = useQuery({
    queryKey: queryKeys.oneTimeLink(token),
    queryFn: async () => {
      const found = await read(token ?? '');
      setView(found);
      return found;
    },
    enabled: token !== null && view === null,
    refetchOnWindowFocus: false,
    gcTime: 0,
  });
  return { view, error, again: () => void refetch() };
}
