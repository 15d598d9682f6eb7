import { type ToLeader, toLeaderSchema, type ToWorker } from './worker-messages';

const maxWaitMs = 1_000;

/** A worker, as the process that leads it sees it. */
export interface AskedWorker {
  readonly id: number;
  send(message: ToWorker): void;
}

/** A question that is under way. */
interface Round {
  readonly asker: AskedWorker;
  readonly askersId: number;
  readonly waitsFor: Set<number>;
  readonly contents: unknown[];
  readonly timer: NodeJS.Timeout;
}

/** Hands the question of one worker to all others, and hands back what they answer within a second. */
export class QuestionRelay {
  private readonly rounds = new Map<number, Round>();
  private lastId = 0;

  /** @param others those that listen at that moment, the asker among them or not. */
  constructor(private readonly others: () => readonly AskedWorker[]) {}

  /** What a worker said; anything that is no message of ours is ignored. */
  hear(from: AskedWorker, message: unknown): void {
    const { data } = toLeaderSchema.safeParse(message);
    if (data?.kunci === 'ask') this.begin(from, data);
    if (data?.kunci === 'answer') this.note(data.id, from.id, data.content);
  }

  /** Nobody waits for a worker that has ended. */
  ended(workerId: number): void {
    for (const [id, round] of this.rounds) {
      round.waitsFor.delete(workerId);
      if (round.waitsFor.size === 0) this.finish(id);
    }
  }

  private begin(asker: AskedWorker, { id, topic, content }: Extract<ToLeader, { kunci: 'ask' }>): void {
    const asked = this.others().filter((worker) => worker.id !== asker.id);
    const own = (this.lastId += 1);
    this.rounds.set(own, {
      asker,
      askersId: id,
      waitsFor: new Set(asked.map((worker) => worker.id)),
      contents: [],
      timer: setTimeout(() => this.finish(own), maxWaitMs).unref(),
    });
    for (const worker of asked) worker.send({ kunci: 'question', id: own, topic, content });
    if (asked.length === 0) this.finish(own);
  }

  private note(id: number, workerId: number, content: unknown): void {
    const round = this.rounds.get(id);
    if (round?.waitsFor.delete(workerId) !== true) return;
    round.contents.push(content);
    if (round.waitsFor.size === 0) this.finish(id);
  }

  private finish(id: number): void {
    const round = this.rounds.get(id);
    if (round === undefined) return;
    this.rounds.delete(id);
    clearTimeout(round.timer);
    round.asker.send({ kunci: 'answers', id: round.askersId, contents: round.contents });
  }
}
