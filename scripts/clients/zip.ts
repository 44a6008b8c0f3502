import { crc32 } from "node:zlib";

export interface ZipEntry {
  /** With forward slashes. */
  name: string;
  content: Buffer;
}

/** A ZIP archive (PKWARE APPNOTE) whose entries are stored as they are: text pages need no compression to be installed. */
export function zipOf(entries: readonly ZipEntry[]): Buffer {
  const parts: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const entry of entries) {
    const local = [header(0x04034b50, entry), Buffer.from(entry.name), entry.content];
    directory.push(header(0x02014b50, entry, offset), Buffer.from(entry.name));
    parts.push(...local);
    offset += sizeOf(local);
  }
  return Buffer.concat([...parts, ...directory, end(entries.length, sizeOf(directory), offset)]);
}

const sizeOf = (buffers: readonly Buffer[]): number => buffers.reduce((sum, { length }) => sum + length, 0);

/** Midnight of 1 January 1980, the first that the format knows: the same pages give the same bytes. */
const firstDate = 0x0021;

/** Of an entry, or with its offset of its row in the directory, which has more of the same. */
function header(signature: number, { name, content }: ZipEntry, offset?: number): Buffer {
  const isRow = offset !== undefined;
  const words: [size: 2 | 4, value: number][] = [
    [4, signature],
    ...(isRow ? ([[2, 20]] as [2, number][]) : []),
    [2, 20],
    // Names are UTF-8.
    [2, 0x0800],
    [2, 0],
    [2, 0],
    [2, firstDate],
    [4, crc32(content)],
    [4, content.length],
    [4, content.length],
    [2, Buffer.byteLength(name)],
    [2, 0],
    ...(isRow
      ? ([
          [2, 0],
          [2, 0],
          [2, 0],
          [4, 0],
          [4, offset],
        ] as [2 | 4, number][])
      : []),
  ];
  return write(words);
}

const end = (count: number, directorySize: number, directoryOffset: number): Buffer =>
  write([
    [4, 0x06054b50],
    [2, 0],
    [2, 0],
    [2, count],
    [2, count],
    [4, directorySize],
    [4, directoryOffset],
    [2, 0],
  ]);

/** Little-endian. */
const write = (words: readonly [size: 2 | 4, value: number][]): Buffer =>
  Buffer.concat(
    words.map(([size, value]) => {
      const word = Buffer.alloc(size);
      word.writeUIntLE(value, 0, size);
      return word;
    }),
  );
