'use strict';

/**
 * Says how much of one kind the first page loads.
 *
 * @param files `[{file, bytes}]`
 * @param what of which kind, `maxBytes` all of it together, and what to do where it is more
 * @throws with each file and its size where together they are larger
 */
function describeSizes(files, { what, maxBytes, advice = '' }) {
  const bytes = files.reduce((sum, file) => sum + file.bytes, 0);
  const total = `The first page loads ${inKilobytes(bytes)} ${what}`;
  if (bytes <= maxBytes) return `${total}.`;
  const list = files.map(({ file, bytes: size }) => `  ${inKilobytes(size).padStart(9)}  ${file}`);
  throw new Error(`${total}; at most ${inKilobytes(maxBytes)} may be.${advice}\n${list.join('\n')}`);
}

function inKilobytes(bytes) {
  return `${(bytes / 1000).toFixed(1)} kB`;
}

module.exports = { describeSizes, inKilobytes };
