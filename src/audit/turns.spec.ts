import { Turns } from './turns';

describe('turns', () => {
  /** Work that ends when it is told to, and notes that it began. */
  function workOn(begun: string[], name: string) {
    let end = (): void => undefined;
    const ended = new Promise<void>((resolve) => (end = resolve));
    const work = async (): Promise<string> => {
      begun.push(name);
      await ended;
      return name;
    };
    return { work, end };
  }

  const patient = 60_000;
  const turn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

  it('come in the order of asking, each when the one before has ended', async () => {
    const [turns, begun] = [new Turns(), [] as string[]];
    const [a, b, c] = ['a', 'b', 'c'].map((name) => workOn(begun, name));

    const taken = [a, b, c].map((one) => turns.take(one?.work ?? fail, patient));
    await turn();
    expect(begun).toEqual(['a']);
    a?.end();
    await taken[0];
    await turn();
    expect(begun).toEqual(['a', 'b']);
    b?.end();
    c?.end();

    expect(await Promise.all(taken)).toEqual(['a', 'b', 'c']);
  });

  it('go on after work that failed', async () => {
    const turns = new Turns();
    const failing = turns.take(() => Promise.reject(new Error('failed')), patient);
    const next = turns.take(() => Promise.resolve('done'), patient);

    await expect(failing).rejects.toThrow('failed');
    expect(await next).toBe('done');
  });

  it('come at once to those who wait no longer, and later to nobody twice', async () => {
    const [turns, begun] = [new Turns(), [] as string[]];
    const slow = workOn(begun, 'slow');
    const first = turns.take(slow.work, patient);
    const impatient = workOn(begun, 'impatient');
    impatient.end();

    expect(await turns.take(impatient.work, 1)).toBe('impatient');
    slow.end();
    await first;

    expect(begun).toEqual(['slow', 'impatient']);
    expect(await turns.take(() => Promise.resolve('next'), patient)).toBe('next');
  });
});

function fail(): never {
  throw new Error('There is no such work.');
}
