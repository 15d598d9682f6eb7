import { advise } from './advice';

/** What is wrong with a request itself, or with this server. */
export const ofRequests = {
  'malformed-request': advise(
    'The request is not valid HTTP, its body is not valid JSON, or a header that must be there once is missing or repeated.',
    'Check the body with a JSON parser, the encoding (UTF-8) and the headers. Sending the same bytes again does not help.',
    'every',
  ),
  'not-found': advise(
    'No route has this address, or the object with this id does not exist in your company. Objects of other companies answer the same.',
    'Check the address against the list of operations, and the id against the list that it came from.',
    'every',
  ),
  'method-not-allowed': advise(
    'The address exists, but not with this method. The header Allow names the methods it takes.',
    'Use one of the methods that Allow names.',
    'every',
  ),
  'request-timeout': advise(
    'The request did not arrive completely within ten seconds.',
    'Send it again. If it happens often, look for a slow link or for a proxy that holds bodies back.',
    'every',
  ),
  'payload-too-large': advise(
    'The body is larger than this route accepts.',
    'Send less at once: an import or a list of keys can be sent in several requests.',
    'with-body',
  ),
  'unsupported-media-type': advise(
    'The body was not sent as JSON, or in an encoding that the server does not read.',
    'Send the header Content-Type: application/json, and the body as UTF-8 without compression.',
    'with-body',
  ),
  'range-not-satisfiable': advise(
    'A part of a file was requested that lies behind its end.',
    'Request the file without the header Range.',
    'files',
  ),
  'expectation-failed': advise(
    'The request has an Expect header with something other than 100-continue.',
    'Leave the header Expect out.',
    'every',
  ),
  'validation-failed': advise(
    'The request was read, but some of its fields cannot be accepted. The member `errors` lists each of them: `pointer` says where, ' +
      '`code` says what is wrong, `params` has the limits.',
    'Correct the fields that `errors` names, and send the request again. The codes of fields are listed on the page of all problems.',
    'every',
  ),
  'headers-too-large': advise(
    'All header fields together have more than 16 kB.',
    'Send fewer or shorter headers. Large cookies of other programs on the same host are a common reason.',
    'every',
  ),
  'invalid-idempotency-key': advise(
    'The header Idempotency-Key is empty, too long, or has characters that are not visible ASCII.',
    'Send 1 to 255 visible ASCII characters; a random UUID is a good choice.',
    'idempotent',
  ),
  'idempotency-key-reused': advise(
    'The same Idempotency-Key came within 24 hours with another request: another route, or another body.',
    'Use a new key for each new request, and the same key only to repeat exactly the same request.',
    'idempotent',
  ),
  'idempotency-answer-lost': advise(
    'The request was carried out when it was first sent, but its answer was not kept, or can no longer be decrypted.',
    'Look for what the request created, by its name or in the list. Do not send it with a new key before you have looked.',
    'idempotent',
  ),
  'idempotency-key-in-use': advise(
    'The first request with this Idempotency-Key has not ended yet.',
    'Wait a second and send it again: you get the answer of the first request.',
    'idempotent',
  ),
  'internal-error': advise(
    'The server met a fault that its authors did not foresee. Its log has the reason under the `requestId` of the answer.',
    'Try again once. If it happens again, give the `requestId` to the people who run this server.',
    'every',
  ),
  unavailable: advise(
    'The server is overloaded, is shutting down, or its database does not answer. Nothing was changed.',
    'Wait as long as Retry-After says, and send the request again.',
    'every',
  ),
  'outcome-unknown': advise(
    'The connection to the database broke while the change was being saved. It may have been saved or not.',
    'Look whether the change is there. A request with an Idempotency-Key can simply be sent again with the same key.',
    'changing',
  ),
  'not-ready': advise(
    'This instance has started, but cannot reach its database.',
    'A load balancer sends requests to another instance until this one is ready. Operators look at the database and the log.',
    ['getReadiness'],
  ),
  'console-not-built': advise(
    'This server was started without the files of the console.',
    'Operators run npm run build, or set the folder of the console. The API works without it.',
    'files',
  ),
} as const;
