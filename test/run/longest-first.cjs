'use strict';

const { default: Sequencer } = require('@jest/test-sequencer');

/** Each takes minutes: begun last, it would leave the other workers with nothing to do. */
const longest = ['/dialogs/', '/looks.spec', '/role-matrix.spec', '/secrets-on-screen.spec'];

/** Starts the files that take long before the others. A fresh clone knows no times, and goes by the size of a file. */
module.exports = class LongestFirst extends Sequencer {
  sort(tests) {
    const rank = ({ path }) => {
      const at = longest.findIndex((part) => path.includes(part));
      return at === -1 ? longest.length : at;
    };
    return super.sort(tests).sort((one, other) => rank(one) - rank(other));
  }
};
