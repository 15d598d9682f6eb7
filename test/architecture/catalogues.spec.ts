import ts from 'typescript';
import { events } from '../../libs/events';
import { problems } from '../../libs/problems';
import { manifests } from '../../src/manifests';
import { type SourceFile, sourceFiles } from './repository';

function nodesOf(node: ts.Node): ts.Node[] {
  const inside: ts.Node[] = [];
  ts.forEachChild(node, (child) => void inside.push(child, ...nodesOf(child)));
  return inside;
}

function nodesIn(files: readonly SourceFile[]): ts.Node[] {
  return files.flatMap(({ file, text }) =>
    nodesOf(ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true)),
  );
}

const code = nodesIn(sourceFiles('src').filter(({ file }) => !/\.spec\.ts$/.test(file)));

/** The entries of a catalogue that the code names: `problems.lastOwner`. */
function namedIn(nodes: readonly ts.Node[], catalogue: string): string[] {
  const reads = nodes.filter(ts.isPropertyAccessExpression);
  const names = reads
    .filter(({ expression }) => ts.isIdentifier(expression) && expression.text === catalogue)
    .map(({ name }) => name.text);
  return [...new Set(names)];
}

/** What modules define: the first argument of each `defineProblem('order-closed', …)`. */
function definedIn(nodes: readonly ts.Node[], define: string): string[] {
  return nodes
    .filter(ts.isCallExpression)
    .filter(({ expression }) => ts.isIdentifier(expression) && expression.text === define)
    .flatMap(({ arguments: [first] }) =>
      first && ts.isStringLiteralLike(first) ? [first.text] : ['computed'],
    );
}

const without = (some: readonly string[], others: readonly string[]): string[] =>
  some.filter((one) => !others.includes(one));

describe('the catalogues', () => {
  it('have no problem that nothing throws', () => {
    expect(without(Object.keys(problems), namedIn(code, 'problems'))).toEqual([]);
  });

  it('have no event that nothing appends', () => {
    expect(without(Object.keys(events), namedIn(code, 'events'))).toEqual([]);
  });

  it('have whatever a module defines: it lists it in its manifest', () => {
    const problemCodes = manifests.flatMap((manifest) => manifest.problems.map(({ code }) => code));
    const eventTypes = manifests.flatMap((manifest) => manifest.events.map(({ type }) => type));

    expect(without(definedIn(code, 'defineProblem'), problemCodes)).toEqual([]);
    expect(without(definedIn(code, 'defineEvent'), eventTypes)).toEqual([]);
  });
});

describe('an entry', () => {
  const code = nodesIn([
    {
      file: 'src/orders/orders.problems.ts',
      text: `
        // problems.notFound
        const closed = defineProblem('order-closed', 409, 'This order is closed.');
        export const gone = problem(problems.lastOwner);
        const text = 'problems.csrf';
        other.problems.forbidden;
      `,
    },
  ]);

  it('that stands only in a comment, in a text or in another object is not used', () => {
    expect(namedIn(code, 'problems')).toEqual(['lastOwner']);
  });

  it('that no manifest lists is found', () => {
    expect(without(definedIn(code, 'defineProblem'), ['order-open'])).toEqual(['order-closed']);
  });
});
