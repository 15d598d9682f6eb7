import type forms from '../locales/en/forms.json';
import type overview from '../locales/en/overview.json';
import type problems from '../locales/en/problems.json';
import type session from '../locales/en/session.json';
import type shell from '../locales/en/shell.json';

/** Lets the compiler see a misspelt key. A new namespace has its line here and in `namespaces.ts`. */
declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'shell';
    resources: {
      forms: typeof forms;
      overview: typeof overview;
      problems: typeof problems;
      session: typeof session;
      shell: typeof shell;
    };
  }
}
