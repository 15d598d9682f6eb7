import { Anchor, Button, PasswordInput, Stack, Text, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate } from 'react-router';
import { answerOf, api, type Schemas } from '../../api/client';
import { type SendOptions, useCommand } from '../../api/use-command';
import { FormFailure } from '../../forms/form-failure';
import { type SentForm, useSendForm } from '../../forms/use-send-form';
import { FrontPage } from '../../shell/front-page';
import { signIn, switchCompany } from '../../session/session';
import { useReplaceSession, useSessionQuery } from '../../session/session-query';
import { useSignUpOpen } from '../../session/use-sign-up-open';

/** Founds a company: for someone new, who becomes its Owner, or for the signed-in user. */
export default function SignUpPage() {
  const { t } = useTranslation('session');
  const session = useSessionQuery();
  const signUpOpen = useSignUpOpen();
  if (session.data === undefined || signUpOpen === null) return null;
  return (
    <FrontPage
      title={t('signUp.title')}
      {...(signUpOpen && { description: t('signUp.description') })}
      below={
        <Anchor component={Link} to="/">
          {session.data === null ? t('signUp.signIn') : t('signUp.back')}
        </Anchor>
      }
    >
      {signUpOpen ? (
        <SignUpForm signedInAs={session.data?.user.username ?? null} />
      ) : (
        <Text>{t('signUp.closed')}</Text>
      )}
    </FrontPage>
  );
}

function SignUpForm({ signedInAs }: { signedInAs: string | null }) {
  const { t } = useTranslation('session');
  const isNew = signedInAs === null;
  const { form, submit, field, pending, failure } = useSendForm({
    command: useFounding(),
    defaultValues: isNew
      ? { name: '', slug: '', owner: { username: '', password: '' } }
      : { name: '', slug: '' },
    fieldOf: { 'slug-taken': 'slug', 'username-taken': 'owner.username' },
  });
  const suggestSlug = (name: string): void => {
    if (form.getFieldState('slug').isTouched) return;
    form.setValue('slug', slugFrom(name));
  };
  return (
    <form onSubmit={submit} noValidate>
      <Stack gap="md">
        <FormFailure failure={failure} />
        <TextInput
          label={t('signUp.name')}
          autoComplete="organization"
          required
          {...field('name')}
          onInput={(event) => suggestSlug(event.currentTarget.value)}
        />
        <TextInput
          label={t('signUp.slug')}
          description={t('signUp.slugHint')}
          autoCapitalize="none"
          required
          {...field('slug')}
        />
        {isNew ? (
          <FounderFields field={field} />
        ) : (
          <Text size="sm">{t('signUp.signedInAs', { username: signedInAs })}</Text>
        )}
        <Button type="submit" loading={pending} fullWidth>
          {t('signUp.submit')}
        </Button>
      </Stack>
    </form>
  );
}

/** Who founds it, where they are new here. */
function FounderFields({ field }: Pick<SentForm<Schemas['NewCompany']>, 'field'>) {
  const { t } = useTranslation('session');
  return (
    <>
      <TextInput
        label={t('username')}
        description={t('signUp.usernameHint')}
        autoComplete="username"
        autoCapitalize="none"
        required
        {...field('owner.username')}
      />
      <PasswordInput
        label={t('newPassword')}
        description={t('newPasswordHint')}
        autoComplete="new-password"
        visibilityToggleButtonProps={{ 'aria-label': t('showPassword'), tabIndex: 0 }}
        required
        {...field('owner.password')}
      />
    </>
  );
}

/** Founds it, signs in whoever is new, and goes there. */
function useFounding() {
  const replaceSession = useReplaceSession();
  const navigate = useNavigate();
  return useCommand({
    send: async (input: Schemas['NewCompany'], { headers }: SendOptions) => {
      const { company } = await answerOf(api.POST('/api/v1/companies', { body: input, headers }));
      return input.owner ? signIn(input.owner) : switchCompany(company.id);
    },
    onDone: (session) => {
      replaceSession(session);
      void navigate('/');
    },
  });
}

/** `Kopi Senja, Tbk.` becomes `kopi-senja-tbk`. */
function slugFrom(name: string): string {
  const plain = name.normalize('NFKD').toLowerCase();
  const words = plain.replace(/\p{M}/gu, '').match(/[a-z0-9]+/g) ?? [];
  return words.join('-').slice(0, 63).replace(/-$/, '');
}
