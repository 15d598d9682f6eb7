import { type FileHandle } from 'node:fs/promises';

const chunkBytes = 64 * 1024;

/**
 * The bytes of a file from its beginning, all or the first of them. The file stays open, so that what was checked and what is
 * used are the same; a stream of Node's closes it at its end.
 */
export async function* bytesOf(file: FileHandle, count = Infinity): AsyncIterable<Buffer> {
  for (let position = 0; position < count;) {
    const wanted = Math.min(chunkBytes, count - position);
    const { bytesRead, buffer } = await file.read(Buffer.alloc(wanted), 0, wanted, position);
    if (bytesRead === 0) return;
    yield buffer.subarray(0, bytesRead);
    position += bytesRead;
  }
}
