'use strict';

const { Buffer } = require('node:buffer');
const { baseUrlOf } = require('./base-url');
const { faultOf, refusalOf, unreachable } = require('./faults');

/** Shorter than the 30 seconds that Zapier gives a step, so that the sentence of a fault arrives. */
const timeoutMs = 20_000;

/**
 * Sends one request to Kunci with the username and key of the connection.
 * @param path below `/core/api/v1`, where keys and nothing else are accepted
 * @returns the parsed answer of a 2xx
 * @throws an error of Zapier's with a sentence for the person who built the Zap
 */
async function ask(z, bundle, path, { method = 'GET', params = {}, body } = {}) {
  const baseUrl = baseUrlOf(z, bundle.authData.baseUrl);
  const request = { url: `${baseUrl}/core/api/v1${path}`, method, params, body, ...settingsOf(bundle) };
  let response;
  try {
    response = await z.request(request);
  } catch (error) {
    throw unreachable(z, baseUrl, error);
  }
  if (response.status >= 200 && response.status < 300 && isObject(response.data)) return response.data;
  throw isProblem(response) ? refusalOf(z, response) : faultOf(z, baseUrl, response);
}

function settingsOf({ authData: { username, key } }) {
  const credentials = Buffer.from(`${username.trim()}:${key.trim()}`, 'utf8').toString('base64');
  return {
    headers: { Accept: 'application/json', Authorization: `Basic ${credentials}` },
    timeout: timeoutMs,
    // Kunci never redirects: what does is another server, which is not to get the key.
    redirect: 'manual',
    // What Kunci says is more helpful than what Zapier makes of the status.
    skipThrowForStatus: true,
    throwForThrottlingEarly: false,
  };
}

function isProblem({ data }) {
  return isObject(data) && typeof data.code === 'string' && typeof data.detail === 'string';
}

function isObject(data) {
  return typeof data === 'object' && data !== null;
}

module.exports = { ask };
