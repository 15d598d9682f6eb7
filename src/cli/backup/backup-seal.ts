import { createHmac, hkdfSync, timingSafeEqual } from 'node:crypto';
import { type FileHandle } from 'node:fs/promises';
import { Transform } from 'node:stream';
import { crc32 } from 'node:zlib';
import { bytesOf } from './bytes-of';
import { RestoreRefused } from './restore-refused';

/*
 * A backup ends with a seal: an HMAC over every byte before it, under a key that is derived from the audit key. It is
 * a member of its own in the gzip file, written by hand and not compressed, so that its length is always the same and
 * `gunzip` reads the file as before, with the seal as its last line.
 */

const sealBytes = 32;

/** Passes all bytes through unchanged, and adds the seal at the end. */
export function sealing(auditKey: Buffer): Transform {
  const hmac = createHmac('sha256', sealKey(auditKey));
  return new Transform({
    transform(chunk: Buffer, _encoding, done) {
      hmac.update(chunk);
      done(null, chunk);
    },
    flush(done) {
      done(null, sealMember(hmac.digest()));
    },
  });
}

/**
 * Reads the whole file before any of it is trusted.
 * @throws RestoreRefused when a byte was changed, or the audit key is a different one.
 */
export async function assertSealed(handle: FileHandle, auditKey: Buffer): Promise<void> {
  const { size } = await handle.stat();
  const sealAt = size - memberLength;
  const seal = Buffer.alloc(memberLength);
  if (sealAt >= 0) await handle.read(seal, 0, memberLength, sealAt);
  if (!isMember(seal))
    throw new RestoreRefused(
      'The file is cut off, not a backup of Kunci, or of a version that did not seal its backups.',
    );
  const hmac = createHmac('sha256', sealKey(auditKey));
  for await (const chunk of bytesOf(handle, sealAt)) hmac.update(chunk);
  if (!timingSafeEqual(sealMember(hmac.digest()), seal))
    throw new RestoreRefused(
      'The backup is not as it was written, or KUNCI_AUDIT_KEY is not the one that it was made with.',
    );
}

/** A key of its own, so that the seal of a backup can never pass for a hash of the event log. */
function sealKey(auditKey: Buffer): Buffer {
  return Buffer.from(hkdfSync('sha256', auditKey, '', 'kunci backup seal', sealBytes));
}

const gzipHeader = Buffer.from([0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 0xff]);
const lineLength = sealLine(Buffer.alloc(sealBytes)).length;
/** The only block, stored as it is: its length, and the same once more inverted. */
const blockHeader = Buffer.from([
  1,
  lineLength & 0xff,
  lineLength >> 8,
  ~lineLength & 0xff,
  ~(lineLength >> 8) & 0xff,
]);
const memberLength = gzipHeader.length + blockHeader.length + lineLength + 8;

function sealLine(seal: Buffer): Buffer {
  return Buffer.from(`{"seal":"${seal.toString('base64')}"}\n`);
}

function sealMember(seal: Buffer): Buffer {
  const line = sealLine(seal);
  const trailer = Buffer.alloc(8);
  trailer.writeUInt32LE(crc32(line), 0);
  trailer.writeUInt32LE(line.length, 4);
  return Buffer.concat([gzipHeader, blockHeader, line, trailer]);
}

/** Whether these bytes have the form of a seal. The seal itself is not checked. */
function isMember(bytes: Buffer): boolean {
  const text = /^\{"seal":"([A-Za-z0-9+/]{43}=)"\}\n$/.exec(
    bytes.subarray(gzipHeader.length + blockHeader.length, -8).toString('latin1'),
  );
  return text?.[1] !== undefined && bytes.equals(sealMember(Buffer.from(text[1], 'base64')));
}
