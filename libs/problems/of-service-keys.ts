import { defineProblem } from './define-problem';

/** Why the company that a service key names to act for is not acted for. */
export const ofServiceKeys = {
  companyUnexpected: defineProblem(
    'unexpected-company',
    400,
    'Only service keys may send Kunci-Company, once, and not to routes of the platform.',
  ),
  companyUnknown: defineProblem('unknown-company', 404, 'There is no company with this id or slug.'),
  companyIsClosed: defineProblem('company-closed', 403, 'This company is closed; that cannot be undone.'),
  gatewayRefused: defineProblem(
    'gateway-refused',
    403,
    'Kunci-Gateway is no good key of a gateway, the audience is not on its list, or a cost came without proof.',
  ),
} as const;
