import { defineProblem, problemCatalogue, problems, type ProblemKind, undeclaredProblem } from './index';

const orderClosed = defineProblem('order-closed', 409, 'This order is closed.', ['closedAt']);

const adding = (...kinds: ProblemKind[]) => problemCatalogue([{ name: 'orders', problems: kinds }]);

describe('the problems of a server', () => {
  it('are those of the core, each code once, in alphabetical order', () => {
    const { codes } = problemCatalogue();

    expect(codes).toEqual([...new Set(Object.values(problems).map(({ code }) => code))].sort());
    expect(codes).toEqual(expect.arrayContaining(['last-owner', 'validation-failed']));
  });

  it('are also those that a module defines', () => {
    const catalogue = adding(orderClosed);

    expect(catalogue.codes).toContain('order-closed');
    expect(catalogue.declares(orderClosed)).toBe(true);
    expect(problemCatalogue().declares(orderClosed)).toBe(false);
  });

  it('are told apart by their status, too', () => {
    expect(adding(orderClosed).declares(defineProblem('order-closed', 410, 'Gone.'))).toBe(false);
  });

  it('may be told by one module with two statuses', () => {
    const atTheDoor = defineProblem('order-closed', 401, 'The order of this key is closed.');

    expect(adding(orderClosed, atTheDoor).codes.filter((code) => code === 'order-closed')).toHaveLength(1);
  });

  it.each([
    [
      defineProblem('last-owner', 409, 'x'),
      'The problem "last-owner" of orders is defined by the core already',
    ],
    [
      defineProblem('OrderClosed', 409, 'x'),
      'The problem "OrderClosed" of orders needs a code in kebab-case',
    ],
    [defineProblem('order-closed', 200, 'x'), 'needs a status from 400 to 599, not 200'],
    [defineProblem('order-closed', 409, 'x', ['detail']), 'cannot have a member "detail"'],
  ])('refuse what cannot be one, and say whose it is: %#', (kind, words) => {
    expect(() => adding(kind)).toThrow(words);
  });

  it('refuse a code that two modules define, and name both', () => {
    const both = ['orders', 'returns'].map((name) => ({ name, problems: [orderClosed] }));

    expect(() => problemCatalogue(both)).toThrow(
      'The problem "order-closed" of returns is defined by orders already: give it a code of its own.',
    );
  });

  it('say of one that is missing where to add it', () => {
    expect(undeclaredProblem(orderClosed, 'orders.service.ts')).toBe(
      'The problem "order-closed" (409) is thrown by orders.service.ts, but no catalogue declares it: add it to the list ' +
        "`problems` of the manifest of its module, or, if it is the core's, to libs/problems/catalogue.ts.",
    );
  });
});
