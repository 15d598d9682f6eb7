import { type components } from '../../../libs/sdk/openapi';
import { connect } from './connection';
import { issuing } from './issue';
import { nameOf } from './key-facts';
import { type OptionValues } from './option-values';
import { type RemoteCommand } from './remote-command';
import { intoPlace, outputFileOption } from './secret-place';
import { companyOption, jsonOption } from './show';
import { proofOption, withProof } from './step-up';

export const keysCreate: RemoteCommand = {
  name: 'keys create',
  summary: 'Create a key, and print its secret once',
  examples: [
    ['kunci keys create --kind company --name CI --output-file ci.key', 'into a file that only you can read'],
    ['kunci keys create --kind company --name CI | gh secret set KUNCI_KEY', 'into another program, unseen'],
    [
      'kunci keys create --kind product --product payments --expires 2027-12-31',
      'for a product, to the end of that day',
    ],
  ],
  options: [
    {
      flags: '--kind <kind>',
      meaning: 'the kind of the key',
      choices: ['company', 'product', 'personal', 'machine'],
      required: true,
    },
    { flags: '--name <text>', meaning: 'what it is for' },
    { flags: '--description <text>', meaning: 'more about it' },
    { flags: '--product <code>', meaning: 'for a product key: which' },
    { flags: '--service-account <id>', meaning: 'for a machine key: whose' },
    { flags: '--environment <environment>', meaning: 'live if left out', choices: ['live', 'test'] },
    { flags: '--expires <time>', meaning: 'a moment, or a date, at whose end it expires' },
    { flags: '--permission <name...>', meaning: 'what it may do; all that you can give if left out' },
    { flags: '--allow <address...>', meaning: 'the addresses, or blocks of them, that may use it' },
    outputFileOption,
    proofOption,
    companyOption,
    jsonOption,
  ],
  run: async (call) => {
    const connection = connect(call);
    const body = newKey(call.options);
    const act = body.product === undefined ? {} : { product: body.product };
    const send = issuing((headers) => connection.client.POST('/api/v1/keys', { body, headers }));
    const issued = await intoPlace(call, () => withProof(call, connection, act, send));
    call.terminal.tell(`Created the ${issued.key.kind} key ${nameOf(issued.key)}.`);
  },
};

type NewKey = components['schemas']['NewKey'] & { product?: string };

function newKey(options: OptionValues): NewKey {
  return {
    // Casts: commander has checked the choices.
    kind: options.text('kind') as NewKey['kind'],
    environment: options.text('environment') as NewKey['environment'],
    name: options.text('name'),
    description: options.text('description'),
    product: options.text('product'),
    serviceAccountId: options.text('serviceAccount'),
    expiresAt: options.text('expires'),
    permissions: options.list('permission'),
    allowedAddresses: options.list('allow'),
  };
}
