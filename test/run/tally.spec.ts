interface Tally {
  passed: number;
  failed: number;
}

interface TallyModule {
  nothing: Tally;
  succeeded(tally: Tally): boolean;
  tallyOf(report: object | null, endedWell: boolean): Tally;
}

const { nothing, succeeded, tallyOf } = jest.requireActual<TallyModule>('./tally.cjs');

describe('the tally of a test run', () => {
  const report = { numPassedTests: 3, numFailedTests: 0, numRuntimeErrorTestSuites: 0 };

  it('succeeds where every test passed', () => {
    expect(succeeded(tallyOf(report, true))).toBe(true);
  });

  it('counts a suite that failed to run as a failure', () => {
    expect(tallyOf({ ...report, numFailedTests: 1, numRuntimeErrorTestSuites: 2 }, false)).toEqual({
      passed: 3,
      failed: 3,
    });
  });

  it('counts a run that was killed as a failure, before its report and after', () => {
    expect(tallyOf(null, false)).toEqual({ passed: 0, failed: 1 });
    expect(tallyOf(report, false)).toEqual({ passed: 3, failed: 1 });
  });

  it('does not succeed where nothing ran', () => {
    expect(succeeded(nothing)).toBe(false);
  });
});
