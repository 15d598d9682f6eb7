import '@mantine/core/styles.css';
import './look/tokens.css';
import './look/fonts.css';
import './look/controls.css';
import './look/patterns.css';
import './shell/shell.css';
import './shell/front.css';
import { createRoot } from 'react-dom/client';
import { App } from './app';
import { startStrings } from './i18n';

/** Shows the console once its first strings are there. */
async function start(): Promise<void> {
  const root = document.getElementById('root');
  if (root === null) throw new Error('index.html has no #root');
  await startStrings();
  createRoot(root).render(<App />);
}

void start();
