import { MantineProvider } from '@mantine/core';
import { QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from 'react-router/dom';
import { createQueryClient } from './api/query-client';
import { OneDialogAtATime } from './patterns/one-dialog';
import { router } from './routes';
import { a11yTheme, a11yVars } from './theme';

const queries = createQueryClient();

/** The console: what every part of it can rely on, around the pages. */
export function App() {
  return (
    <MantineProvider theme={a11yTheme} cssVariablesResolver={a11yVars} defaultColorScheme="auto">
      <QueryClientProvider client={queries}>
        <OneDialogAtATime>
          <RouterProvider router={router} />
        </OneDialogAtATime>
      </QueryClientProvider>
    </MantineProvider>
  );
}
