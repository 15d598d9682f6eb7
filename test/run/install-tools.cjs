'use strict';

const { execFileSync } = require('node:child_process');
const fs = require('node:fs');
const path = require('node:path');

const project = path.resolve(__dirname, '../tools');
/** Beside the sources, which the tools of the house read: hundreds of packages would take them minutes. */
const installed = path.resolve(__dirname, '../../node_modules/.cache/test-tools');
const files = ['package.json', 'package-lock.json', '.npmrc'];

/** Installs what `test/tools/package.json` names, unless that is there already, and hands its folder to the tests. */
module.exports = async function installTools() {
  process.env.KUNCI_TEST_TOOLS = installed;
  // npm writes this one when all else is there.
  if (fs.existsSync(path.join(installed, 'node_modules/.package-lock.json')) && files.every(isSame)) return;
  fs.mkdirSync(installed, { recursive: true });
  for (const file of files) fs.copyFileSync(path.join(project, file), path.join(installed, file));
  execFileSync('npm', ['ci'], { cwd: installed, stdio: 'inherit' });
};

function isSame(file) {
  const copy = path.join(installed, file);
  return (
    fs.existsSync(copy) && fs.readFileSync(copy, 'utf8') === fs.readFileSync(path.join(project, file), 'utf8')
  );
}
