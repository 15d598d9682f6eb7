import { Alert, Anchor, Button, PasswordInput, Stack, Text, TextInput } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, Navigate, useSearchParams } from 'react-router';
import { ApiProblem } from '../../api/problem';
import { useCommand } from '../../api/use-command';
import { FormFailure } from '../../forms/form-failure';
import { useSendForm } from '../../forms/use-send-form';
import { useProblemText } from '../../i18n/use-problem-text';
import { useDrawnForm } from '../../front/drawn-front';
import { FrontPage } from '../../shell/front-page';
import { nextPlace } from '../../session/links';
import { signIn } from '../../session/session';
import { useSignUpOpen } from '../../session/use-sign-up-open';
import { endedBecause, useReplaceSession, useSessionQuery } from '../../session/session-query';

/** Username with a password, or with a personal key in its place. Leads back to where one wanted to go. */
export default function SignInPage() {
  const { t } = useTranslation('session');
  const [search] = useSearchParams();
  const session = useSessionQuery();
  const signUpOpen = useSignUpOpen();
  if (session.data) return <Navigate to={nextPlace(search)} replace />;
  return (
    <FrontPage
      title={t('signIn.title')}
      below={
        <Stack gap="xs">
          <Text size="sm" c="dimmed">
            {t('signIn.forgotten')}
          </Text>
          {signUpOpen === true && (
            <Text>
              {t('signIn.noCompany')}{' '}
              <Anchor component={Link} to="/sign-up">
                {t('signIn.signUp')}
              </Anchor>
            </Text>
          )}
        </Stack>
      }
    >
      <EndedNotice returning={search.has('next')} />
      <SignInForm />
    </FrontPage>
  );
}

function SignInForm() {
  const { t } = useTranslation('session');
  const replaceSession = useReplaceSession();
  const signingIn = useCommand({ send: signIn, onDone: replaceSession });
  const { form, submit, field, pending, failure } = useSendForm({
    command: signingIn,
    defaultValues: { username: '', password: '' },
  });
  useDrawnForm((name, value) => {
    if (name === 'username' || name === 'password') form.setValue(name, value);
  });
  return (
    <form onSubmit={submit} noValidate>
      <Stack gap="md">
        <FormFailure failure={failure} />
        <TextInput
          label={t('username')}
          autoComplete="username"
          autoCapitalize="none"
          required
          {...field('username')}
        />
        <PasswordInput
          label={t('signIn.password')}
          description={t('signIn.passwordHint')}
          autoComplete="current-password"
          visibilityToggleButtonProps={{ 'aria-label': t('showPassword'), tabIndex: 0 }}
          required
          {...field('password')}
        />
        <Button type="submit" loading={pending} fullWidth>
          {t('signIn.submit')}
        </Button>
      </Stack>
    </form>
  );
}

/** How the server says that a session is over: its cookie is no longer valid, or gone. A key may have ended for a reason. */
const sessionIsOver = ['invalid-credentials', 'credentials-missing'];

/** Why one is here again, when the server ended the session. */
function EndedNotice({ returning }: { returning: boolean }) {
  const { t } = useTranslation('session');
  const textOf = useProblemText();
  const queries = useQueryClient();
  const [code] = useState(() => endedBecause(queries));
  if (code === null) return null;
  const reason = sessionIsOver.includes(code) ? t('ended.over') : textOf(endedKey(code));
  return (
    <Alert color="blue" variant="light" role="status">
      {reason} {returning && t('ended.back')}
    </Alert>
  );
}

function endedKey(code: string): ApiProblem {
  return new ApiProblem({ status: 401, code, detail: '', errors: [], members: {}, retryAfterSeconds: null });
}
