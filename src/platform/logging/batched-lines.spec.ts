import { BatchedLines } from './batched-lines';
import { createLogger } from './logger';

describe('lines of the log', () => {
  let written: string[];
  let lines: BatchedLines;

  beforeEach(() => {
    jest.useFakeTimers();
    written = [];
    lines = new BatchedLines({ write: (text) => void written.push(text) });
  });
  afterEach(() => jest.useRealTimers());

  it('are written at once after a quiet moment', () => {
    lines.write('first\n');
    jest.advanceTimersByTime(100);
    lines.write('second\n');
    expect(written).toEqual(['first\n', 'second\n']);
  });

  it('are written together, 50 ms later at most, when they follow each other', () => {
    for (const line of ['1\n', '2\n', '3\n']) lines.write(line);
    expect(written).toEqual(['1\n']);
    jest.advanceTimersByTime(50);
    expect(written).toEqual(['1\n', '2\n3\n']);
  });

  it('do not wait when there are many', () => {
    lines.write('first\n');
    const long = 'x'.repeat(20_000);
    lines.write(long);
    expect(written).toEqual(['first\n', long]);
  });

  it('do not wait when they tell of a warning or worse', () => {
    const log = createLogger('info', lines);
    log.info('one');
    log.info('two');
    log.warn('three');
    expect(written.map((text) => text.split('\n').length - 1)).toEqual([1, 2]);
    expect(written[1]).toMatch(/two.*\n.*three/);
  });

  it('are written when somebody asks the logger for it', () => {
    const log = createLogger('info', lines);
    log.info('one');
    log.info('two');
    log.flush();
    expect(written.join('')).toContain('two');
  });
});
