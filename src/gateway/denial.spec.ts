import { problems } from '../../libs/problems';
import { problem } from '../platform/http';
import { denialOf } from './denial';
import { readQuestion } from './gateway-question';

const kinds = Object.values(problems);
const told = (query: string) =>
  new Map(kinds.map((kind) => [kind, denialOf(problem(kind)(), readQuestion(query, false))]));

describe('a denial', () => {
  it('has the status of its problem, and its code as the reason', () => {
    for (const [kind, { status, headers }] of told(''))
      expect([status, headers['kunci-reason']]).toEqual([kind.status, kind.code]);
  });

  it('has a status that nginx hands on, unless the fault is ours', () => {
    for (const [kind, { status }] of told('deny=nginx')) {
      if (kind.status >= 500) expect(status).toBe(kind.status);
      else expect(status).toBe(kind.status === 401 ? 401 : 403);
    }
  });

  it('has a challenge where it is 401, and only there', () => {
    for (const query of ['', 'deny=nginx', 'key=basic', 'nonsense'])
      for (const { status, headers } of told(query).values())
        expect('www-authenticate' in headers).toBe(status === 401);
  });

  it('keeps the headers of its problem', () => {
    const limited = problem(problems.rateLimited)({ headers: { 'retry-after': '7' } });
    expect(denialOf(limited, readQuestion('deny=nginx', false)).headers).toMatchObject({
      'retry-after': '7',
    });
  });
});
