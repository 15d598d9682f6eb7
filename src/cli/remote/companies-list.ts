import { type Client } from '../../../libs/sdk/client';
import { harmless } from '../terminal/terminal';
import { answered } from './answered';
import { connect, connectToPlatform } from './connection';
import { limitOption, readPages } from './pages';
import { type Call, type RemoteCommand } from './remote-command';
import { jsonOption, showList } from './show';

export const companiesList: RemoteCommand = {
  name: 'companies list',
  summary: 'List your companies; as an operator, all',
  examples: [
    ['kunci companies list', 'those you can act for'],
    ['kunci companies list --all --status in_review', 'of the platform, for operators and service keys'],
  ],
  options: [
    { flags: '--all', meaning: 'all companies of the platform, for operators and service keys' },
    {
      flags: '--status <status>',
      meaning: 'with --all: in this status',
      choices: ['onboarding', 'in_review', 'approved', 'rejected', 'suspended', 'closed'],
    },
    { flags: '--search <text>', meaning: 'with --all: whose name or slug contains this' },
    limitOption,
    jsonOption,
  ],
  run: async (call) => {
    const { client, login } = connect(call);
    if (call.options.flag('all')) {
      await showAll(call, connectToPlatform(call).client);
      return;
    }
    if ('key' in login.credential) {
      const { id, slug, name, status } = answered(await client.GET('/api/v1/company'));
      showCompanies(call, [{ id, slug, name, status }]);
      return;
    }
    const session = answered(await client.GET('/api/v1/sessions/current'));
    const current = session.company?.id;
    const statusOf = ({ id, suspended }: { id: string; suspended: boolean }): string =>
      suspended ? 'suspended' : id === current ? 'current' : '';
    showCompanies(
      call,
      session.companies.map((one) => ({ ...one, status: statusOf(one) })),
    );
  },
};

async function showAll(call: Call, client: Client): Promise<void> {
  const { options } = call;
  // A cast: commander has checked the choices.
  const filter = { status: options.text('status') as 'approved' | undefined, q: options.text('search') };
  const companies = await readPages(call, (page) =>
    client.GET('/api/v1/platform/companies', { params: { query: { ...filter, ...page } } }),
  );
  showCompanies(call, companies);
}

interface ListedCompany {
  readonly id: string;
  readonly slug: string;
  readonly name: string;
  readonly status: string;
}

function showCompanies(call: Call, companies: readonly ListedCompany[]): void {
  showList(call, companies, [
    ['ID', ({ id }) => id],
    ['SLUG', ({ slug }) => harmless(slug)],
    ['NAME', ({ name }) => harmless(name)],
    ['STATUS', ({ status }) => status],
  ]);
}
