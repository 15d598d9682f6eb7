import { type paths } from '../../../libs/sdk/openapi';
import { connect } from './connection';
import { keyColumns } from './key-facts';
import { limitOption, readPages } from './pages';
import { type OptionValues } from './option-values';
import { type RemoteCommand } from './remote-command';
import { companyOption, jsonOption, showList } from './show';

type KeyQuery = NonNullable<paths['/api/v1/keys']['get']['parameters']['query']>;

// As the document of the API has them.
const sorts = [
  ...(['createdAt', '-createdAt', 'name', '-name'] as const),
  ...(['expiresAt', '-expiresAt', 'lastUsedAt', '-lastUsedAt'] as const),
] satisfies KeyQuery['sort'][];

export const keysList: RemoteCommand = {
  name: 'keys list',
  summary: 'List the keys that you may read',
  examples: [
    ['kunci keys list', 'the newest first'],
    ['kunci keys list --status active --expires-within-days 14', 'what to rotate soon'],
    ["kunci keys list --unused-days 90 --json | jq -r '.[].id'", 'ids for a script'],
  ],
  options: [
    {
      flags: '--kind <kind>',
      meaning: 'of this kind',
      choices: ['company', 'product', 'personal', 'machine'],
    },
    {
      flags: '--status <status>',
      meaning: 'in this status',
      choices: ['active', 'disabled', 'expired', 'revoked', 'suspended', 'broken'],
    },
    { flags: '--environment <environment>', meaning: 'of this environment', choices: ['live', 'test'] },
    { flags: '--product <code>', meaning: 'of this product' },
    { flags: '--search <text>', meaning: 'whose name, description or owner has a word that begins so' },
    { flags: '--unused-days <n>', meaning: 'not used for so many days' },
    { flags: '--expires-within-days <n>', meaning: 'that expire within so many days' },
    { flags: '--failing', meaning: 'that were refused in the last 24 hours' },
    {
      flags: '--sort <order>',
      meaning: 'in this order; with - before it falling',
      choices: sorts,
    },
    limitOption,
    companyOption,
    jsonOption,
  ],
  run: async (call) => {
    const { client } = connect(call);
    const filter = filterOf(call.options);
    const keys = await readPages(call, (page) =>
      client.GET('/api/v1/keys', { params: { query: { ...filter, ...page } } }),
    );
    showList(call, keys, keyColumns);
  },
};

/** Commander has checked the choices; the server judges the rest. */
function filterOf(options: OptionValues) {
  return {
    // A cast: commander has checked them.
    ...(chosen(options) as Pick<KeyQuery, 'kind' | 'status' | 'environment' | 'sort'>),
    product: options.text('product'),
    q: options.text('search'),
    unusedDays: options.count('unusedDays'),
    expiresWithinDays: options.count('expiresWithinDays'),
    failing: options.flag('failing') ? ('true' as const) : undefined,
  };
}

function chosen(options: OptionValues): Record<string, string | undefined> {
  const names = ['kind', 'status', 'environment', 'sort'];
  return Object.fromEntries(names.map((name) => [name, options.text(name)]));
}
