import ts from 'typescript';
import { sourceFiles } from '../../architecture/repository';
import { dialogs } from './table';

/* No browser here: whether the table has a row for every dialog there is. */

const home = 'console/src/';

/** What opens over a page or unfolds in it, as the console's own code writes it. */
const openers = new Set([
  ...[
    'Dialog',
    'FormDialog',
    'ConfirmDialog',
    'DangerDialog',
    'KeyCreatedDialog',
    'StepUpDialog',
    'DropMenu',
  ],
  ...['Modal', 'Drawer', 'Menu', 'Popover', 'HoverCard', 'Accordion', 'MultiSelect', 'Select', 'Spoiler'],
]);

/** What the others are made of: it opens nothing by itself. */
const madeOfThem = [
  'forms/form-dialog.tsx',
  'patterns/confirm-dialog.tsx',
  'patterns/danger-dialog.tsx',
  'patterns/dialog.tsx',
  'patterns/key-created-dialog.tsx',
  'patterns/step-up-dialog.tsx',
  'shell/opened-menu.tsx',
];

/** How many of them a file renders. */
function openersIn(text: string): number {
  let count = 0;
  const look = (node: ts.Node): void => {
    if (ts.isJsxOpeningLikeElement(node) && openers.has(node.tagName.getText())) count += 1;
    ts.forEachChild(node, look);
  };
  look(ts.createSourceFile('any.tsx', text, ts.ScriptTarget.Latest, true, ts.ScriptKind.TSX));
  return count;
}

/** Shows developers what the console is made of, each part beside the others. */
const stylePage = 'pages/styleguide/';

const rendering = sourceFiles(home)
  .map(({ file, text }) => ({ file: file.slice(home.length), count: openersIn(text) }))
  .filter(({ file, count }) => count > 0 && !madeOfThem.includes(file) && !file.startsWith(stylePage));

describe('the table of dialogs', () => {
  it.each(rendering)('has a row for each of the $count in $file', ({ file, count }) => {
    expect(dialogs.filter(({ of }) => of.includes(file)).length).toBeGreaterThanOrEqual(count);
  });

  it('names no file that opens nothing, and no row twice', () => {
    const files = rendering.map(({ file }) => file);
    const names = dialogs.map(({ name }) => name);

    expect(dialogs.flatMap(({ of }) => of).filter((file) => !files.includes(file))).toEqual([]);
    expect(names.filter((name, at) => names.indexOf(name) !== at)).toEqual([]);
  });

  it.each([
    ['<Dialog opened title="New"><p>text</p></Dialog>', 1],
    ['<><DangerDialog {...rest} /><Menu><Menu.Item>one</Menu.Item></Menu></>', 2],
    ['<Page title="No dialog">{dialogs}</Page>', 0],
  ])('would see what opens in %s', (text, count) => {
    expect(openersIn(text)).toBe(count);
  });
});
