import { pino } from 'pino';
import { type LeaderLink } from './leader-link';
import { QuestionRelay } from './question-relay';
import { WorkerPeers } from './worker-peers';

/** Workers and the process that leads them, without processes: what one sends, the other hears as JSON. */
class House {
  private readonly hearing = new Map<number, (message: unknown) => void>();
  readonly relay = new QuestionRelay(() => [...this.hearing.keys()].map((id) => this.workerOf(id)));

  worker(id: number, answer: (content: unknown) => unknown): WorkerPeers {
    const link: LeaderLink = {
      send: (message) => this.relay.hear(this.workerOf(id), asJson(message)),
      listen: (hear) => void this.hearing.set(id, hear),
      close: () => void this.hearing.delete(id),
    };
    const peers = new WorkerPeers(link, pino({ level: 'silent' }));
    peers.answer('figures', answer);
    return peers;
  }

  private workerOf(id: number) {
    return { id, send: (message: unknown) => this.hearing.get(id)?.(asJson(message)) };
  }
}

const asJson = (message: unknown): unknown => JSON.parse(JSON.stringify(message));
const never = () => new Promise(() => undefined);
const refuse = () => Promise.reject(new Error('a mistake'));

describe('the workers of one server', () => {
  beforeEach(() => jest.useFakeTimers());
  afterEach(() => jest.useRealTimers());

  it('are asked all, the one that asks first', async () => {
    const house = new House();
    house.worker(1, (content) => `first of ${String(content)}`);
    const second = house.worker(2, () => 'second');
    house.worker(3, () => 'third');

    await expect(second.ask('figures', 'three')).resolves.toEqual(['second', 'first of three', 'third']);
  });

  it('are not waited for when one is silent, has ended or makes a mistake', async () => {
    const house = new House();
    const first = house.worker(1, () => 'first');
    house.worker(2, never);
    house.worker(3, never);
    house.worker(4, refuse);
    house.worker(5, () => 'fifth');
    const answers = first.ask('figures');
    house.relay.ended(3);
    await jest.advanceTimersByTimeAsync(1_000);

    await expect(answers).resolves.toEqual(['first', 'fifth']);
  });

  it('are the whole answer at once when the last that is waited for ends', async () => {
    const house = new House();
    const first = house.worker(1, () => 'first');
    house.worker(2, never);
    const answers = first.ask('figures');
    await jest.advanceTimersByTimeAsync(0);
    house.relay.ended(2);

    await expect(answers).resolves.toEqual(['first']);
  });

  it('are one where the process is the only one', async () => {
    const only = new WorkerPeers(null, pino({ level: 'silent' }));
    only.answer('figures', () => 'own');

    await expect(only.ask('figures')).resolves.toEqual(['own']);
  });

  it('say so when the process that leads them is gone', async () => {
    const link = { send: () => undefined, listen: () => undefined, close: () => undefined };
    const alone = new WorkerPeers(link, pino({ level: 'silent' }));
    alone.answer('figures', () => 'own');
    const answers = expect(alone.ask('figures')).rejects.toThrow('3000');
    await jest.advanceTimersByTimeAsync(3_000);

    await answers;
  });
});
