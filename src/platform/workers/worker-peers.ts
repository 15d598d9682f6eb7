import { Inject, Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { type Logger } from 'pino';
import { within } from '../deadline';
import { LOGGER } from '../logging';
import { LEADER_LINK, type LeaderLink } from './leader-link';
import { type ToWorker, toWorkerSchema } from './worker-messages';

// Longer than the leader waits for the slowest of them.
const maxWaitMs = 3_000;

/** Answers a question of a worker, this one included. What is answered must survive JSON. */
export type Answerer = (content: unknown) => unknown;

/** The processes that answer on the port of this one: each keeps figures of its own in memory, and is asked for them. */
@Injectable()
export class WorkerPeers implements OnApplicationShutdown {
  private readonly answerers = new Map<string, Answerer>();
  private readonly asked = new Map<number, (contents: readonly unknown[]) => void>();
  private lastId = 0;

  constructor(
    @Inject(LEADER_LINK) private readonly link: LeaderLink | null,
    @Inject(LOGGER) private readonly log: Logger,
  ) {
    link?.listen((message) => this.hear(message));
  }

  /** Whether this process is the only one of its server. */
  get isAlone(): boolean {
    return this.link === null;
  }

  onApplicationShutdown(): void {
    this.link?.close();
  }

  /** To be said in a constructor, once for a topic. */
  answer(topic: string, answerer: Answerer): void {
    this.answerers.set(topic, answerer);
  }

  /**
   * The answer of this process first, then those of the others; of one that does not answer within a second there is none.
   * @throws DeadlineExceeded when the process that leads the workers does not answer.
   */
  async ask(topic: string, content: unknown = null): Promise<readonly unknown[]> {
    const [own, others] = await Promise.all([this.answerOf(topic, content), this.askOthers(topic, content)]);
    return [own, ...others];
  }

  private async askOthers(topic: string, content: unknown): Promise<readonly unknown[]> {
    const { link } = this;
    if (link === null) return [];
    const id = (this.lastId += 1);
    const answers = new Promise<readonly unknown[]>((resolve) => this.asked.set(id, resolve));
    link.send({ kunci: 'ask', id, topic, content });
    return within(answers, maxWaitMs).finally(() => this.asked.delete(id));
  }

  private hear(message: unknown): void {
    const { data } = toWorkerSchema.safeParse(message);
    // Node and other libraries use the same line.
    if (data === undefined) return;
    if (data.kunci === 'answers') this.asked.get(data.id)?.(data.contents);
    else void this.reply(data);
  }

  private async reply({ id, topic, content }: Extract<ToWorker, { kunci: 'question' }>): Promise<void> {
    try {
      const answer = await this.answerOf(topic, content);
      this.link?.send({ kunci: 'answer', id, content: answer });
    } catch (err) {
      this.log.warn({ err, topic }, 'a question of another worker was not answered');
    }
  }

  private async answerOf(topic: string, content: unknown): Promise<unknown> {
    const answerer = this.answerers.get(topic);
    if (answerer === undefined) throw new Error(`Nobody answers ${topic}`);
    return answerer(content);
  }
}
