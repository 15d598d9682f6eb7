'use strict';

/* What an earlier build left of the server: the compiler does not remove files whose source is gone. */

const fs = require('node:fs');
const path = require('node:path');

const dist = path.resolve(__dirname, '../../dist');

for (const part of ['src', 'libs']) fs.rmSync(path.join(dist, part), { recursive: true, force: true });
