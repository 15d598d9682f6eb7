import 'reflect-metadata';
import { createApp, type RunningApp } from '../../../src/app.setup';
import { type FoundedCompany } from '../../../src/auth/sign-up/sign-up.schema';
import { loadConfig } from '../../../src/platform/config';
import { createLogger } from '../../../src/platform/logging';
import { answer } from '../answering';
import { keyText } from '../key-texts';
import { ownerPassword } from '../owner';
import { SeedRows } from '../seed-rows';

/* Fills an empty database. */

export interface SeedPlan {
  /** Companies with an owner who can sign in, `owner@SLUG.test`. The keys are numbered through, in this order. */
  readonly founded: readonly { readonly slug: string; readonly keys: number }[];
  /** So many more companies, which nobody signs in to. */
  readonly others: { readonly companies: number; readonly keysEach: number };
}

// A type, for an interface would not be taken for a record of answers.
export type SeedAnswers = {
  /** @returns what `GET /me` shows to key 0; null where there is none. */
  readonly seed: (plan: SeedPlan) => Promise<unknown>;
};

const answers: SeedAnswers = { seed };
answer(answers);

async function seed({ founded, others }: SeedPlan): Promise<unknown> {
  const config = loadConfig();
  const running = await createApp(config, createLogger(config.logLevel));
  const rows = await SeedRows.on(config);
  try {
    let first = 0;
    let ownerId = '';
    for (const { slug, keys } of founded) {
      const { company, user } = await found(running, slug);
      ownerId = user.id;
      await rows.keys(company.id, ownerId, first, keys);
      first += keys;
    }
    for (let at = 0; at < others.companies; at += 1) {
      await rows.keys(await rows.company(`other-${at}`), ownerId, first, others.keysEach);
      first += others.keysEach;
    }
    await rows.gateway();
    await rows.settle();
    return first === 0 ? null : await me(running);
  } finally {
    await rows.close();
    await running.close();
  }
}

async function found({ app }: RunningApp, slug: string): Promise<FoundedCompany> {
  const owner = { username: `owner@${slug}.test`, password: ownerPassword };
  const body = { name: `Company ${slug}`, slug, owner };
  const answered = await app.inject({ method: 'POST', url: '/api/v1/companies', payload: body });
  if (answered.statusCode !== 201) throw new Error(answered.body);
  return answered.json();
}

async function me({ app }: RunningApp): Promise<unknown> {
  const answered = await app.inject({ url: '/core/api/v1/me', headers: { 'x-api-key': keyText(0) } });
  if (answered.statusCode !== 200) throw new Error(answered.body);
  return answered.json();
}
