'use strict';

const fs = require('node:fs');
const path = require('node:path');

const names = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome'];

/**
 * Looks for Chromium on this machine, in PATH and where distributions put it.
 *
 * @param given the program to use, if any; where absent, the first that is found
 * @returns `{file}`, or `{reason}` where there is none that can be run
 */
function findChromium(given) {
  if (given) return isExecutable(given) ? { file: given } : { reason: `CHROMIUM=${given} cannot be run.` };
  const folders = [
    ...(process.env.PATH ?? '').split(path.delimiter),
    '/usr/bin',
    '/snap/bin',
    '/opt/google/chrome',
  ];
  const candidates = names.flatMap((name) =>
    folders.filter(Boolean).map((folder) => path.join(folder, name)),
  );
  const file = candidates.find(isExecutable);
  return file ? { file } : { reason: 'no CHROMIUM, and none is installed.' };
}

function isExecutable(file) {
  try {
    fs.accessSync(file, fs.constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

module.exports = { findChromium };
