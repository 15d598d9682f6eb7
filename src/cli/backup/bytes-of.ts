import { type FileHandle } from 'node:fs/promises';

const chunkBytes = 64 * 1024;

/**
 * The first bytes of a file, or all of them. The file stays open, so that what was checked and what is
 * used are the same; a Node stream would close it at the end.
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
