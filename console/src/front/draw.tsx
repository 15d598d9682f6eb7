import { MantineProvider } from '@mantine/core';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import i18next, { type ResourceKey } from 'i18next';
import { renderToStaticMarkup } from 'react-dom/server';
import { I18nextProvider, initReactI18next } from 'react-i18next';
import { MemoryRouter } from 'react-router';
import { queryKeys } from '../api/query-keys';
import { type Language } from '../i18n/namespaces';
import { placeholder } from '../look/brand';
import SignInPage from '../pages/sign-in/sign-in-page';
import { theme, themeVariables } from '../theme';

const strings = import.meta.glob<ResourceKey>('../locales/*/{session,shell,patterns,problems,forms}.json', {
  import: 'default',
  eager: true,
});

/**
 * The page for signing in as HTML: what React would draw for someone who was never here. Runs when the console is built
 * (tools/console/draw-front.cjs); the server puts the brand where `placeholder` stands, and sends it ahead of all scripts.
 */
export async function drawFront(language: Language, signUpOpen: boolean): Promise<string> {
  const i18n = i18next.createInstance();
  await i18n.use(initReactI18next).init({
    lng: language,
    fallbackLng: false,
    defaultNS: 'shell',
    resources: { [language]: stringsOf(language) },
    interpolation: { escapeValue: false, defaultVariables: { brand: placeholder.name } },
    showSupportNotice: false,
  });
  const queries = new QueryClient();
  queries.setQueryData(queryKeys.signUp(), { open: signUpOpen });
  return renderToStaticMarkup(
    <I18nextProvider i18n={i18n}>
      <MantineProvider theme={theme} cssVariablesResolver={themeVariables} defaultColorScheme="auto">
        <QueryClientProvider client={queries}>
          <MemoryRouter initialEntries={['/sign-in']}>
            <SignInPage />
          </MemoryRouter>
        </QueryClientProvider>
      </MantineProvider>
    </I18nextProvider>,
  );
}

function stringsOf(language: Language): Record<string, ResourceKey> {
  return Object.fromEntries(
    Object.entries(strings).flatMap(([file, content]) => {
      const [, of, namespace = ''] = /\/(\w+)\/([\w-]+)\.json$/.exec(file) ?? [];
      return of === language ? [[namespace, content]] : [];
    }),
  );
}
