import 'reflect-metadata';
import { createApp } from '../../../src/app.setup';
import { type MeView } from '../../../src/auth/sessions/sessions.schema';
import { manifests } from '../../../src/manifests';
import { loadConfig } from '../../../src/platform/config';
import { createLogger } from '../../../src/platform/logging';
import { businessModule } from '../../../src/platform/manifest';
import { answer } from '../answering';
import { publicTwin } from '../public-twin';
import { serverAnswers } from '../server-answers';

/* The server as in production, with a public twin of `GET /me` where it is told what that shows. */

async function main(view: string | undefined): Promise<void> {
  const config = loadConfig();
  // A cast: the orchestrator hands on what `GET /me` answered.
  const twin = view === undefined ? [] : [publicTwin(JSON.parse(view) as MeView)];
  const guests = twin.map((module) => businessModule({ name: 'public-twin', module }));
  const { app, gateways, close } = await createApp(config, createLogger(config.logLevel), {
    manifests: [...manifests, ...guests],
  });
  await app.listen(0, '127.0.0.1');
  const address = await app.getUrl();
  process.once('SIGTERM', () => void close().then(() => process.exit(0)));
  answer(serverAnswers(address, (await gateways?.listen()) ?? null));
}

void main(process.argv[2]);
