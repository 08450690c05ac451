import { inflateSync } from 'node:zlib';

/** A PDF as a program that copies its text sees it: of each page its lines as drawn, in drawing order. */
export function pdfPages(pdf: Uint8Array): string[] {
  const objects = objectsOf(Buffer.from(pdf));
  const pages = [...objects.values()].filter(({ head }) => /\/Type \/Page\b/.test(head));
  return pages.map(({ head }) => {
    const fonts = new Map(
      [...refs(head, objects).matchAll(/\/(F\d+) (\d+) 0 R/g)].map(([, name = '', id = '']) => [name, lettersOf(id, objects)]),
    );
    return textIn(streamOf(/\/Contents (\d+) 0 R/.exec(head)?.[1], objects), fonts);
  });
}

/** Where each piece of text begins, in points from the lower left corner of its page. */
export function textPlaces(pdf: Uint8Array): { x: number; y: number }[] {
  const streams = [...objectsOf(Buffer.from(pdf)).values()].map(({ stream }) => stream?.toString('latin1') ?? '');
  const found = streams.flatMap((content) => [...content.matchAll(/\nBT\n1 0 0 1 (\S+) (\S+) Tm/g)]);
  return found.map(([, x, y]) => ({ x: Number(x), y: Number(y) }));
}

/** The dictionary that says what the document is. */
export const pdfHeads = (pdf: Uint8Array): string => [...objectsOf(Buffer.from(pdf)).values()].map(({ head }) => head).join('\n');

type Objects = ReadonlyMap<string, { head: string; stream: Buffer | null }>;
type Letters = ReadonlyMap<string, string>;

function objectsOf(pdf: Buffer): Objects {
  const text = pdf.toString('latin1');
  const found = [...text.matchAll(/(?:^|\n)(\d+) 0 obj\n([\s\S]*?)\nendobj/g)];
  return new Map(found.map(([, id = '', body = '']) => [id, partsOf(body)]));
}

function partsOf(body: string): { head: string; stream: Buffer | null } {
  const at = body.indexOf('\nstream\n');
  if (at < 0) return { head: body, stream: null };
  const head = body.slice(0, at);
  const raw = Buffer.from(body.slice(at + 8, body.lastIndexOf('\nendstream')), 'latin1');
  return { head, stream: head.includes('/FlateDecode') && !head.includes('/Image') ? inflateSync(raw) : raw };
}

/** A page's resources: fonts stand behind a reference. */
const refs = (head: string, objects: Objects): string =>
  head + [...head.matchAll(/\/Resources (\d+) 0 R/g)].map(([, id = '']) => objects.get(id)?.head ?? '').join('');

const streamOf = (id: string | undefined, objects: Objects): string => objects.get(id ?? '')?.stream?.toString('latin1') ?? '';

/** What each glyph of a font stands for, by its ToUnicode map (ISO 32000-1, 9.10.3). */
function lettersOf(font: string, objects: Objects): Letters {
  const map = streamOf(/\/ToUnicode (\d+) 0 R/.exec(objects.get(font)?.head ?? '')?.[1], objects);
  const letters = new Map<string, string>();
  for (const [, start = '', list = ''] of map.matchAll(/<([0-9a-f]{4})> <[0-9a-f]{4}> \[(.*?)\]/g)) {
    for (const [at, [, codes = '']] of [...list.matchAll(/<([0-9a-f ]*)>/g)].entries())
      letters.set((Number.parseInt(start, 16) + at).toString(16).padStart(4, '0'), utf16(codes.replaceAll(' ', '')));
  }
  return letters;
}

const utf16 = (hex: string): string => Buffer.from(hex, 'hex').swap16().toString('utf16le');

/** A span's own words stand for whatever is drawn in it (ISO 32000-1, 14.9.4). */
function textIn(content: string, fonts: ReadonlyMap<string, Letters>): string {
  let letters: Letters = new Map();
  let silent = 0;
  let height = '';
  const out: string[] = [];
  const open: boolean[] = [];
  for (const [token] of content.matchAll(
    /\/\w+ <<[\s\S]*?>> BDC|\/\w+ BMC|EMC|\/F\d+ [\d.]+ Tf|\[[^\]]*\] TJ|BT|1 0 0 1 \S+ \S+ Tm/g,
  )) {
    if (token.endsWith('BDC') || token.endsWith('BMC')) {
      const actual = actualIn(token);
      open.push(actual !== null);
      out.push(actual ?? '\n');
      if (actual === null) continue;
      silent++; // what is drawn in it says nothing more
    } else if (token === 'EMC') silent -= open.pop() ? 1 : 0;
    else if (token.endsWith('Tf')) letters = fonts.get(token.slice(1).split(' ')[0] ?? '') ?? new Map();
    else if (token.endsWith('Tm')) {
      const y = token.split(' ')[5] ?? '';
      if (y !== height) out.push('\n');
      height = y;
    } else if (token.endsWith('TJ') && silent === 0)
      out.push(
        [...token.matchAll(/<([0-9a-f]+)>/g)]
          .map(([, hex = '']) => (hex.match(/.{4}/g) ?? []).map((one) => letters.get(one) ?? '?').join(''))
          .join(''),
      );
  }
  return out.join('');
}

function actualIn(token: string): string | null {
  const [, raw] = /\/ActualText \(([\s\S]*?)(?<!\\)\)\s*>>/.exec(token) ?? [];
  if (raw === undefined) return null;
  const bytes = Buffer.from(
    raw.replace(/\\([nrtbf()\\])/g, (_, one: string) => ({ n: '\n', r: '\r', t: '\t', b: '\b', f: '\f' })[one] ?? one),
    'latin1',
  );
  return bytes[0] === 0xfe ? Buffer.from(bytes.subarray(2)).swap16().toString('utf16le') : bytes.toString('latin1');
}
