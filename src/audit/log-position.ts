/** How far someone has read the log. The hash tells this log from another that has as many events. */
export interface LogPosition {
  readonly seq: number;
  readonly hash: Buffer;
}
