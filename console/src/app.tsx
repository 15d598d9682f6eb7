import { MantineProvider } from '@mantine/core';
import { type QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from 'react-router/dom';
import { OneDialogAtATime } from './patterns/one-dialog';
import { router } from './routes';
import { theme, themeVariables } from './theme';

/** The console: what every part of it can rely on, around the pages. */
export function App({ queries }: { readonly queries: QueryClient }) {
  return (
    <MantineProvider theme={theme} cssVariablesResolver={themeVariables} defaultColorScheme="auto">
      <QueryClientProvider client={queries}>
        <OneDialogAtATime>
          <RouterProvider router={router} />
        </OneDialogAtATime>
      </QueryClientProvider>
    </MantineProvider>
  );
}
