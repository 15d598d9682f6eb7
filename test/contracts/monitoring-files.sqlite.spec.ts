import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { startApp } from '../support';

const folder = path.resolve(__dirname, '../../integrations');
const counts = process.env['CI'] === 'true';
const hasPromtool = spawnSync('promtool', ['--version']).error === undefined;

interface Dashboard {
  readonly panels: readonly { readonly targets?: readonly { readonly expr: string }[] }[];
}

const rules = readFileSync(path.join(folder, 'prometheus/kunci.rules.yml'), 'utf8');
// A cast: a query that is not there fails the test.
const dashboard = JSON.parse(readFileSync(path.join(folder, 'grafana/kunci.json'), 'utf8')) as Dashboard;
const queries = dashboard.panels
  .flatMap(({ targets }) => targets ?? [])
  .map(({ expr }) => expr.replaceAll('$__rate_interval', '5m'));

function promtool(...args: string[]): { status: number | null; said: string } {
  const { status, stdout, stderr } = spawnSync('promtool', args, { encoding: 'utf8' });
  return { status, said: stdout + stderr };
}

describe('the files for Prometheus and Grafana', () => {
  it('ask for figures that there are', async () => {
    const test = await startApp({ env: { METRICS: 'open' } });
    await test.anyone.get('/me');
    const { body } = await test.anyone.get('/metrics');
    await test.close();
    const there = new Set([...String(body).matchAll(/^# TYPE (\S+)/gm)].map(([, name]) => name));
    const asked =
      `${rules}\n${queries.join('\n')}`.match(/\b(kunci|http|process|nodejs)_[a-z0-9_]+(?=\{)/g) ?? [];

    expect(asked.length).toBeGreaterThan(20);
    const missing = asked.filter((name) => !there.has(name.replace(/_(count|bucket|sum)$/, '')));
    expect(missing).toEqual([]);
  });
});

// On a developer's machine promtool may be missing; where the result counts for others it may not.
describe.each(['promtool'].filter(() => counts || hasPromtool))(
  'the files for Prometheus, as %s sees them,',
  () => {
    it('are what Prometheus takes, and the alerts fire when they should', () => {
      expect(promtool('check', 'rules', path.join(folder, 'prometheus/kunci.rules.yml'))).toMatchObject({
        status: 0,
      });
      expect(promtool('test', 'rules', path.join(folder, 'prometheus/kunci.rules.test.yml'))).toMatchObject({
        status: 0,
      });
      const config = ['check', 'config', '--syntax-only', path.join(folder, 'prometheus/prometheus.yml')];
      expect(promtool(...config)).toMatchObject({ status: 0 });
    });

    it('hold no query that Prometheus would refuse', () => {
      const scratch = mkdtempSync(path.join(tmpdir(), 'kunci-queries-'));
      const file = path.join(scratch, 'queries.json');
      const recorded = queries.map((expr, at) => ({ record: `query_${at}`, expr }));
      // Prometheus reads YAML, of which JSON is a part.
      writeFileSync(file, JSON.stringify({ groups: [{ name: 'dashboard', rules: recorded }] }));
      const checked = promtool('check', 'rules', file);
      rmSync(scratch, { recursive: true });

      expect(checked).toMatchObject({ status: 0 });
    });
  },
);
