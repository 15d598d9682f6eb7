import '@mantine/core/styles.css';
import './look/tokens.css';
import './look/fonts.css';
import './look/controls.css';
import './look/patterns.css';
import './shell/shell.css';
import './shell/front.css';
import { createRoot } from 'react-dom/client';
import { createQueryClient } from './api/query-client';
import { App } from './app';
import { startStrings } from './i18n';
import { loadFirstPage } from './load-first-page';

/** Shows the console once the strings and the code of its first page are there. */
async function start(): Promise<void> {
  const root = document.getElementById('root');
  if (root === null) throw new Error('index.html has no #root');
  const queries = createQueryClient();
  // What cannot be had now, the page asks for again, and says what is missing.
  await Promise.all([startStrings(), Promise.allSettled([loadFirstPage(queries)])]);
  createRoot(root).render(<App queries={queries} />);
}

void start();
