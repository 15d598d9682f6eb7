import { type OpenAPIObject } from '@nestjs/swagger';
import { fieldFaultCodes, fieldFaults } from '../../libs/problems';
import { adviceOfFields } from './advice-of-fields';
import { type DescribedProblem } from './described-problems';
import { escaped, page, type PagePlace, sameLanguage } from './page';
import { pageWords } from './page-words';

/** The page of one problem. */
export function problemPage(problem: DescribedProblem, document: OpenAPIObject, place: PagePlace): string {
  const words = pageWords[place.language];
  const { code, statuses, titles, cause, remedy, members } = problem;
  const where = whereOf(problem, document, place);
  return page(
    `${words.problem}: ${code}`,
    [
      `<h1><code>${code}</code></h1>`,
      `<p class="lead" lang="en">${titles.map(escaped).join('<br>')}</p>`,
      `<p>${words.status}: ${statuses.map((status) => `<b>${status}</b>`).join(', ')}</p>`,
      section(words.cause, english(cause)),
      section(words.remedy, english(remedy)),
      where === '' ? '' : section(words.where, where),
      members.length === 0 ? '' : section(words.members, `<p>${members.map(coded).join(', ')}</p>`),
    ].join('\n'),
    place,
  );
}

/** All problems and all faults of fields on one page. */
export function problemList(problems: readonly DescribedProblem[], place: PagePlace): string {
  const words = pageWords[place.language];
  const rows = problems.map(
    ({ code, statuses, titles }) =>
      `<dt><a href="${place.base}/problems/${code}${sameLanguage(place)}"><code>${code}</code></a> ${statuses.join(', ')}</dt>` +
      `<dd lang="en">${titles.map(escaped).join('<br>')}</dd>`,
  );
  const faults = fieldFaultCodes.map(
    (code) =>
      `<dt id="field-${code}"><code>${code}</code> ${[...fieldFaults[code].params].map(coded).join(' ')}</dt>` +
      `<dd lang="en">${withCode(adviceOfFields[code])}</dd>`,
  );
  return page(
    words.problems,
    [
      `<h1>${words.problems}</h1><p>${words.intro}</p><dl>${rows.join('\n')}</dl>`,
      `<h2 id="fields">${words.fields}</h2><p>${words.fieldIntro}</p><dl>${faults.join('\n')}</dl>`,
    ].join('\n'),
    place,
  );
}

function whereOf({ where }: DescribedProblem, document: OpenAPIObject, place: PagePlace): string {
  if (where === null) return '';
  if (typeof where === 'string') return `<p>${pageWords[place.language].groups[where]}</p>`;
  const docs = `${place.base}/docs${sameLanguage(place)}`;
  const operations = operationsOf(document).filter(({ id }) => where.includes(id));
  const items = operations.map(
    ({ id, tag, method, path, summary }) =>
      `<li><a href="${docs}#/${encodeURIComponent(tag)}/${id}"><code>${method} ${escaped(path)}</code></a>` +
      ` <span lang="en">${escaped(summary)}</span></li>`,
  );
  return `<ul>${items.join('\n')}</ul>`;
}

interface NamedOperation {
  readonly id: string;
  readonly tag: string;
  readonly method: string;
  readonly path: string;
  readonly summary: string;
}

function operationsOf({ paths }: OpenAPIObject): NamedOperation[] {
  return Object.entries(paths).flatMap(([path, item]) =>
    (['get', 'post', 'put', 'patch', 'delete'] as const).flatMap((method) => {
      const { operationId: id = '', tags: [tag = ''] = [], summary = '' } = item[method] ?? {};
      return id === '' ? [] : [{ id, tag, method: method.toUpperCase(), path, summary }];
    }),
  );
}

function section(heading: string, content: string): string {
  return `<h2>${heading}</h2>${content}`;
}

function english(text: string): string {
  return `<p lang="en">${withCode(text)}</p>`;
}

/** What stands between backticks is a name, as in Markdown. */
function withCode(text: string): string {
  return escaped(text).replaceAll(/`([^`]+)`/g, '<code>$1</code>');
}

function coded(name: string): string {
  return `<code>${escaped(name)}</code>`;
}
