import { setImmediate as aTurn } from 'node:timers/promises';
import { type Link, type Piece, type TcpProxy } from './tcp-proxy';

/** Where the connection of an act breaks. */
export type CutAt =
  /** COMMIT does not arrive: the server rolls back. */
  | 'before-commit'
  /** COMMIT is done, and its OK does not arrive. */
  | 'before-ok'
  /** The OK arrives, and after that nothing. */
  | 'after-ok';

/** What every act writes before its COMMIT, so that the cut meets acts and nothing else. */
const anAct = 'INSERT INTO events ';

/**
 * Breaks the connection of the next act around its COMMIT, once.
 * @param away whether the whole network goes away with it, until `network.heal()`.
 * @returns how often it has cut so far.
 */
export function cutNextCommit(network: TcpProxy, at: CutAt, away: boolean): { readonly cuts: number } {
  const done = { cuts: 0 };
  const acting = new Set<Link>();
  const committing = new Set<Link>();
  const cut = (link: Link): void => {
    done.cuts += 1;
    network.watch(null);
    link.reset();
    if (away) void network.cut();
  };
  network.watch(({ from, bytes, link }: Piece) => {
    if (from === 'client') {
      if (bytes.includes(anAct)) acting.add(link);
      if (!acting.has(link) || !isCommit(bytes)) return true;
      committing.add(link);
      if (at !== 'before-commit') return true;
      cut(link);
      return false;
    }
    if (!committing.has(link)) return true;
    if (at === 'after-ok') return () => void aTurn().then(() => cut(link));
    cut(link);
    return false;
  });
  return done;
}

/** A packet of MySQL: three bytes of length, a number, the command "query", and its text. */
function isCommit(bytes: Buffer): boolean {
  return bytes.length === 11 && bytes[4] === 3 && bytes.subarray(5).toString() === 'COMMIT';
}
