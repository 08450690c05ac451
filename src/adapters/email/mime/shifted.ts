/** A charset of 7-bit bytes: between two marks they stand for the pairs of an 8-bit one. */
type Shifted = { marks: RegExp; opens: string; charset: string };

const so = '\x0e';
const kinds: Readonly<Record<string, Shifted>> = {
  // RFC 1843
  hz: { marks: /(~\{|~\}|~~|~\r?\n)/, opens: '~{', charset: 'gb18030' },
  // RFC 1557
  // biome-ignore lint/suspicious/noControlCharactersInRegex: the marks are control characters
  'iso-2022-kr': { marks: /(\x1b\$\)C(?:\r?\n)?|\x0e|\x0f)/, opens: so, charset: 'euc-kr' },
  // RFC 1922, without its second plane
  // biome-ignore lint/suspicious/noControlCharactersInRegex: the marks are control characters
  'iso-2022-cn': { marks: /(\x1b\$\)A(?:\r?\n)?|\x0e|\x0f)/, opens: so, charset: 'gb18030' },
};

/** Bytes of one of these charsets as text, null where the label names another. */
export function decodeShifted(label: string, bytes: Uint8Array): string | null {
  const kind = kinds[label];
  if (kind === undefined) return null;
  const decoder = new TextDecoder(kind.charset);
  const pieces = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1').split(kind.marks);
  let isShifted = false;
  const texts = pieces.map((piece, at) => {
    if (at % 2 === 0) return isShifted ? decoder.decode(eighthBitSet(piece)) : piece;
    isShifted = piece === kind.opens;
    return piece === '~~' ? '~' : '';
  });
  return texts.join('');
}

/** Line ends stay what they are: some programs forget to shift back. */
const eighthBitSet = (piece: string): Buffer =>
  Buffer.from(piece, 'latin1').map((byte) => (byte > 32 ? byte | 128 : byte)) as Buffer;
