import { inflateSync } from 'node:zlib';

/** A PNG read back by code of its own: 8 bits, red, green, blue and alpha, as the pictures here are. */
export const readPng = (file: Buffer) => {
  if (file.readUInt32BE(0) !== 0x89504e47) throw new Error('no PNG');
  const width = file.readUInt32BE(16);
  const height = file.readUInt32BE(20);
  if (file[24] !== 8 || file[25] !== 6 || file[28] !== 0) throw new Error('another kind of PNG');
  const data: Buffer[] = [];
  for (let at = 8; at < file.length; at += file.readUInt32BE(at) + 12)
    if (file.toString('latin1', at + 4, at + 8) === 'IDAT')
      data.push(file.subarray(at + 8, at + 8 + file.readUInt32BE(at)));
  const raw = inflateSync(Buffer.concat(data));
  const row = width * 4;
  const pixels = Buffer.alloc(row * height);
  for (let y = 0; y < height; y += 1)
    for (let x = 0; x < row; x += 1) {
      const left = x >= 4 ? pixels[y * row + x - 4]! : 0;
      const up = y > 0 ? pixels[(y - 1) * row + x]! : 0;
      const corner = x >= 4 && y > 0 ? pixels[(y - 1) * row + x - 4]! : 0;
      pixels[y * row + x] = raw[y * (row + 1) + 1 + x]! + guess(raw[y * (row + 1)]!, left, up, corner);
    }
  return {
    width,
    height,
    /** @returns the colour of a dot, as "#rrggbb" */
    at: (x: number, y: number): string => `#${pixels.toString('hex', (y * width + x) * 4, (y * width + x) * 4 + 3)}`,
  };
};

/** The filters of the PNG specification, section 9. */
const guess = (filter: number, left: number, up: number, corner: number): number => {
  switch (filter) {
    case 0:
      return 0;
    case 1:
      return left;
    case 2:
      return up;
    case 3:
      return (left + up) >> 1;
    default: {
      const line = left + up - corner;
      const [a, b, c] = [Math.abs(line - left), Math.abs(line - up), Math.abs(line - corner)];
      return a <= b && a <= c ? left : b <= c ? up : corner;
    }
  }
};
