'use strict';

/*
 * npm run sbom [-- FILE]
 *
 * Writes the software bill of materials (CycloneDX) of what ships: every package that is installed without the development
 * packages. FILE is dist/sbom.cdx.json by default.
 *
 * npm writes it, but from a manifest and a lock file without development packages: with `--omit dev` alone npm 11 also
 * leaves out what we ship and a development package happens to need as well, such as rxjs.
 */

const { execFileSync } = require('node:child_process');
const fs = require('node:fs');
const os = require('node:os');
const path = require('node:path');

const root = path.resolve(__dirname, '../..');
const command = ['sbom', '--sbom-format', 'cyclonedx', '--sbom-type', 'application', '--package-lock-only'];

const file = path.resolve(process.argv[2] ?? path.join(root, 'dist/sbom.cdx.json'));
fs.mkdirSync(path.dirname(file), { recursive: true });
fs.writeFileSync(file, billOfMaterials());

function billOfMaterials() {
  const scratch = fs.mkdtempSync(path.join(os.tmpdir(), 'kunci-sbom-'));
  // npm names what it describes after the folder.
  const folder = path.join(scratch, 'kunci');
  fs.mkdirSync(folder);
  try {
    const {
      devDependencies: _,
      overrides: _forTools,
      workspaces: _others,
      ...manifest
    } = read('package.json');
    const lock = read('package-lock.json');
    const shipped = Object.entries(lock.packages).filter(
      ([name, each]) => !each.dev && !each.link && !name.startsWith('packages/'),
    );
    const packages = {
      ...Object.fromEntries(shipped),
      '': { ...lock.packages[''], devDependencies: {}, workspaces: [] },
    };
    fs.writeFileSync(path.join(folder, 'package.json'), JSON.stringify(manifest));
    fs.writeFileSync(path.join(folder, 'package-lock.json'), JSON.stringify({ ...lock, packages }));
    return execFileSync('npm', command, { cwd: folder, encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 });
  } finally {
    fs.rmSync(scratch, { recursive: true, force: true });
  }
}

function read(name) {
  return JSON.parse(fs.readFileSync(path.join(root, name), 'utf8'));
}
