interface Part {
  name: string;
  clockS: number;
  cpuS: number | null;
  machineS: number | null;
}

type Budget = Record<string, { clockS: number; cpuS: number }>;

interface BudgetModule {
  measured<T>(name: string, act: () => T): Promise<{ result: Awaited<T>; part: Part }>;
  readBudget(text?: string): Budget;
  totalOf(parts: Part[]): Part;
  overBudget(parts: Part[], budget: Budget, cores?: number): string[];
}

const { measured, readBudget, totalOf, overBudget } = jest.requireActual<BudgetModule>('./budget.cjs');

const budget = readBudget('# part clock processor\nunit 10 20\ntotal  100 200\n');
const part = (name: string, clockS: number, cpuS: number | null, machineS = cpuS): Part => ({
  name,
  clockS,
  cpuS,
  machineS,
});

describe('the budget of a run', () => {
  it('is exceeded by a part that needs more processor time, and not by one that waits for others', () => {
    expect(overBudget([part('unit', 500, 20)], budget)).toEqual([]);
    expect(overBudget([part('unit', 5, 21)], budget)).toEqual(['unit took 21 s of 20 s of processor time.']);
  });

  it('is exceeded by a total that takes longer on a machine where nothing else runs', () => {
    expect(overBudget([part('total', 101, 150, 160)], budget, 2)).toEqual(['total took 101 s of 100 s.']);
    expect(overBudget([part('total', 101, 150, 190)], budget, 2)).toEqual([]);
    expect(overBudget([part('total', 101, null)], budget, 2)).toEqual([]);
  });

  it('has a line for every part', () => {
    expect(overBudget([part('new', 1, 1)], budget)).toEqual(['new has no line in .ci/budget.']);
  });

  it('adds up', () => {
    const all = totalOf([part('a', 1, 2, 3), part('b', 10, 20, 30)]);
    expect(all).toEqual({ name: 'total', clockS: 11, cpuS: 22, machineS: 33 });
    expect(totalOf([part('a', 1, 2), part('b', 1, null)]).cpuS).toBeNull();
  });

  it('of this repository fits into an hour', () => {
    const { total, ...parts } = readBudget();
    expect(total?.clockS).toBeLessThanOrEqual(3_600);
    const clockS = Object.values(parts).reduce((sum, one) => sum + one.clockS, 0);
    expect(clockS).toBeLessThanOrEqual(total?.clockS ?? 0);
  });
});

describe('a measured part', () => {
  it('is what was done, with the processor time it needed', async () => {
    const busy = (): string => {
      const until = process.cpuUsage().user + 1_200_000;
      while (process.cpuUsage().user < until) Math.sqrt(2);
      return 'done';
    };
    const { result, part: took } = await measured('unit', busy);
    expect(result).toBe('done');
    expect(took.clockS).toBeGreaterThanOrEqual(1);
    // Null where the system does not tell.
    if (process.platform === 'linux') expect(took.cpuS).toBeGreaterThanOrEqual(1);
  });
});
