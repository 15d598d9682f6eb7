import { Child } from './answering';
import { type Env, type Ground } from './environment';
import { type LoadAnswers } from './processes/load';
import { type SeedAnswers, type SeedPlan } from './processes/seed';

/** The slug of the company with a thousand keys that stands in every seeded table, and of the largest one of the large table. */
export const ordinary = 'ordinary';
export const largest = 'largest';

/** A seeded table. */
export interface Table {
  readonly env: Env;
  readonly keys: number;
  /** What `GET /me` shows to key 0, which is of the ordinary company. */
  readonly view: unknown;
}

/** What every section works on. */
export interface Stage {
  readonly ground: Ground;
  readonly caller: Child<LoadAnswers>;
  readonly small: Table;
  readonly large: Table;
  readonly rounds: number;
  /** Of one side in one round. */
  readonly seconds: number;
}

export async function setStage(ground: Ground): Promise<Stage> {
  const scale = ground.quick ? 50 : 1;
  const share = 500 / scale;
  const rest = share - 1;
  return {
    ground,
    caller: await Child.start<LoadAnswers>('processes/load'),
    small: await seeded(ground, {
      founded: [{ slug: ordinary, keys: 1_000 }],
      others: { companies: 0, keysEach: 0 },
    }),
    large: await seeded(ground, {
      founded: [
        { slug: ordinary, keys: 1_000 },
        { slug: largest, keys: share * 1_000 },
      ],
      others: { companies: rest, keysEach: 1_000 },
    }),
    rounds: ground.quick ? 3 : 7,
    seconds: ground.quick ? 1 : 4,
  };
}

/** A database of its own, filled like this. */
export async function seeded(ground: Ground, plan: SeedPlan): Promise<Table> {
  const env = await ground.database();
  const seeder = await Child.start<SeedAnswers>('processes/seed', { env });
  const view = await seeder.ask('seed', plan);
  await seeder.stop();
  const keys =
    plan.founded.reduce((sum, one) => sum + one.keys, 0) + plan.others.companies * plan.others.keysEach;
  return { env, keys, view };
}
