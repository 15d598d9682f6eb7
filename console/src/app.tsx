import { MantineProvider } from '@mantine/core';
import { QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from 'react-router/dom';
import { createQueryClient } from './api/query-client';
import { OneDialogAtATime } from './patterns/one-dialog';
import { router } from './routes';
import { theme, themeVariables } from './theme';

const queries = createQueryClient();

/** The console: what every part of it can rely on, around the pages. */
export function App() {
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
