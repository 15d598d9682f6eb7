'use strict';

const loopback = /^(localhost|127(\.\d+){3}|\[::1\])$/;

/**
 * @param typed what a person copied from the address bar: with blanks, a path of the console, a slash at the end
 * @returns the address without a slash at its end, with the base path if Kunci is served below one
 * @throws z.errors.Error where it is no address, or where the key would travel in the clear
 */
function baseUrlOf(z, typed) {
  const url = parsed(String(typed ?? '').trim());
  if (url === null || !/^https?:$/.test(url.protocol))
    throw new z.errors.Error('The address of Kunci looks like https://keys.example.com.', 'base-url', 422);
  if (url.protocol === 'http:' && !loopback.test(url.hostname))
    throw new z.errors.Error(
      'The address of Kunci begins with https, so that nobody reads the key on its way.',
      'base-url',
      422,
    );
  return `${url.origin}${url.pathname.replace(/\/+$/, '')}`;
}

function parsed(text) {
  return URL.canParse(text) ? new URL(text) : null;
}

module.exports = { baseUrlOf };
