'use strict';

/*
 * Jest gives each spec a realm of its own, and what Node itself throws there (crypto, fs, native modules) is an Error of
 * another realm: `fault instanceof Error` is false under jest only. Here it is true again, so that code under test takes
 * the path that it takes in production. The errors of better-sqlite3 are of the realm that loaded it first, and no native ones.
 */

const ordinarily = Function.prototype[Symbol.hasInstance];

for (const kind of [Error, EvalError, RangeError, ReferenceError, SyntaxError, TypeError, URIError]) {
  Object.defineProperty(kind, Symbol.hasInstance, {
    value(thing) {
      if (ordinarily.call(this, thing)) return true;
      return this === kind && typeof thing === 'object' && thing !== null && descendsFrom(thing, kind.name);
    },
  });
}

function descendsFrom(thing, name) {
  const prototype = Object.getPrototypeOf(thing);
  if (prototype === null) return false;
  return prototype.constructor?.name === name || descendsFrom(prototype, name);
}
