import { advise } from './advice';

/** What operators of the platform do. */
export const ofThePlatform = {
  'company-not-in-review': advise(
    'Only a company that was submitted for review can be approved or rejected.',
    'Look at the status of the company again.',
    ['approveCompany', 'rejectCompany'],
  ),
  'company-changed': advise(
    'The company changed after you looked at it, so the decision might be about something else.',
    'Read the company again, and send the decision with its present revision.',
    ['approveCompany', 'rejectCompany', 'approveCompanyName', 'rejectCompanyName'],
  ),
  'company-name-not-pending': advise(
    'No new name of this company is waiting for a decision.',
    'Look at the company again; somebody else may have decided.',
    ['approveCompanyName', 'rejectCompanyName'],
  ),
  'company-has-owner': advise(
    'The company has an active Owner, who can invite others.',
    'Ask the Owner for an invitation.',
    ['renewOwnerInvitation'],
  ),
  'external-id-taken': advise(
    'Another company was created with this external id.',
    'Look whether the company was created before, by a request that was sent twice.',
    ['createPlatformCompany'],
  ),
  'company-already-suspended': advise('The company is suspended.', 'There is nothing to do.', [
    'suspendCompany',
  ]),
  'company-not-suspended': advise('The company is not suspended.', 'There is nothing to do.', [
    'reinstateCompany',
  ]),
  'own-company': advise(
    'Nobody decides about a company that they are a member of.',
    'Another operator decides.',
    ['approveCompany', 'approveCompanyName', 'setProductActivation'],
  ),
  'product-code-taken': advise(
    'A product has this code. Codes are never used a second time.',
    'Choose another code.',
    ['createProduct'],
  ),
  'product-retired': advise(
    'The product is no longer on sale. Its keys are refused.',
    'Choose another product.',
    ['requestProduct', 'setProductActivation', 'updateProduct'],
  ),
  'permission-taken': advise(
    'Another product or a module of this server has a permission of this name, or had it within the last 180 days.',
    'Choose another name; `permission` says which one is taken.',
    ['createProduct', 'updateProduct'],
  ),
  'permission-held': advise(
    'Keys hold a permission that would be removed; `keys` says how many.',
    'Repeat the request with force=true to take it from all of them at once.',
    ['updateProduct'],
  ),
} as const;
