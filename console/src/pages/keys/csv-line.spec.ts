import { csvLine } from './csv-line';

describe('a line of CSV', () => {
  it.each([
    [['1', 'Website', ''], '1,Website,\r\n'],
    [['a,b', 'say "hi"', 'two\nlines'], '"a,b","say ""hi""","two\nlines"\r\n'],
    [['=1+1', '@SUM(A1)', '-1', '+1', '\tx'], "'=1+1,'@SUM(A1),'-1,'+1,'\tx\r\n"],
    [['a=1'], 'a=1\r\n'],
  ])('lets no spreadsheet run %j', (cells, written) => {
    expect(csvLine(cells)).toBe(written);
  });
});
