import { exitCodes } from '../terminal/command-fault';
import { readSecret } from '../terminal/read-secret';
import { answered } from './answered';
import { connect } from './connection';
import { type RemoteCommand } from './remote-command';
import { companyOption, jsonOption, showFacts } from './show';

export const keysVerify: RemoteCommand = {
  name: 'keys verify',
  summary: 'Check a key, which is read from standard input',
  examples: [
    ['kunci keys verify < ci.key', 'exit code 0 if it is valid, 1 if not'],
    [
      'kunci keys verify --permission "orders:read AND orders:refund" --cost 0 < ci.key',
      'without counting a use',
    ],
  ],
  options: [
    { flags: '--permission <expression>', meaning: 'what it must be allowed to do' },
    { flags: '--product <code>', meaning: 'accept only a key of this product' },
    {
      flags: '--environment <environment>',
      meaning: 'which keys are accepted; live if left out',
      choices: ['live', 'test'],
    },
    { flags: '--address <ip>', meaning: 'the address that the key came from' },
    { flags: '--cost <n>', meaning: 'what this use counts; 0 only looks, 1 if left out' },
    companyOption,
    jsonOption,
  ],
  run: async (call) => {
    const { client } = connect(call);
    const { options } = call;
    const body = {
      key: await readSecret('Key'),
      permission: options.text('permission'),
      product: options.text('product'),
      // A cast: commander has checked it.
      environment: (options.text('environment') ?? 'live') as 'live' | 'test',
      address: options.text('address'),
      cost: options.count('cost', 0) ?? 1,
    };
    const verdict = answered(await client.POST('/api/v1/keys/verify', { body }));
    showFacts(call, verdict, [
      ['Verdict', verdict.code],
      ['ID', verdict.key?.id],
      ['Name', verdict.key?.name],
      ['Company', verdict.company?.name],
      ['Permissions', verdict.permissions?.join(' ')],
      ['Unknown', verdict.unknown?.join(' ')],
    ]);
    if (!verdict.valid) process.exitCode = exitCodes.refused;
  },
};
