import { isUtf8 } from 'node:buffer';

/** Bytes looked at: enough to tell, cheap for a large text. */
const SAMPLE = 8_192;

type Candidate = { label: string; score(text: string): number };

const han = /[\u4e00-\u9fff\uff00-\uff5e\u3000-\u3020]/g;
/** Characters that make a good part of any text in their language, and are rare in what another charset makes of it. */
const usualSimplified = /[的一是不了在人有我他这们中来上大为和国地到以说时要就出会可也你对生能而子那得好请您问题谢]/g;
const usualTraditional = /[的一是不了在人有我他這們中來上大為和國地到以說時要就出會可也你對生能而子那得好請您問題謝]/g;
const usualHangul = /[이다는을에의하고가를은한니기지로사안요세서습도시인있해어리수합감녕주그그나자라만면]/g;

/** How much a text looks like the language written in that charset: the share of its letters that are usual ones. */
const candidates: readonly Candidate[] = [
  {
    label: 'shift_jis',
    score: (text) =>
      share(text, /[\u3040-\u30ff]/g) * 1.5 + share(text, /[\u4e00-\u9fff]/g) * 0.6 - share(text, /[\uff61-\uff9f]/g),
  },
  { label: 'euc-jp', score: (text) => share(text, /[\u3040-\u30ff]/g) * 1.6 + share(text, /[\u4e00-\u9fff]/g) * 0.6 },
  { label: 'gb18030', score: (text) => share(text, han) * 0.9 + share(text, usualSimplified) },
  { label: 'big5', score: (text) => share(text, han) * 0.85 + share(text, usualTraditional) },
  { label: 'euc-kr', score: (text) => share(text, /[\uac00-\ud7a3]/g) * 0.8 + share(text, usualHangul) * 1.4 },
  { label: 'windows-1251', score: cyrillic },
  { label: 'koi8-r', score: cyrillic },
  { label: 'windows-1253', score: (text) => share(text, /[α-ωά-ώϊϋΐΰ]/g) * 0.6 + share(text, /[αοεητισνρπκλμςυ]/g) * 0.6 },
  { label: 'windows-1255', score: (text) => share(text, /[א-ת]/g) * 0.6 + share(text, /[יולהאמרתשבנםכח]/g) * 0.6 },
  { label: 'windows-1256', score: (text) => share(text, /[ء-ي،؟]/g) * 0.6 + share(text, /[اليمنورتبةعدسهف]/g) * 0.6 },
  {
    label: 'windows-1252',
    score: (text) => share(text, /[àâäáãåæçèéêëìíîïñòóôöõøœùúûüßÀÂÄÁÅÆÇÈÉÊÖÜÓÚÑ’‘“”–—…€«»°§©®¿¡\u00a0]/g) * 0.8,
  },
];

function cyrillic(text: string): number {
  return share(text, /[а-яё]/g) * 0.6 + share(text, /[А-ЯЁ]/g) * 0.5 + share(text, /[оеаинтсрвлкмдпу]/g) * 0.6;
}

/** The charset that bytes without a credible label are most likely in. `declared` wins a tie. */
export function guessCharset(bytes: Uint8Array, declared: string): string {
  const sample = bytes.length > SAMPLE ? bytes.subarray(0, SAMPLE) : bytes;
  const wide = utf16(sample);
  if (wide) return wide;
  if (isMostlyUtf8(sample)) return 'utf-8';
  if (isWestern(declared) && isRare(sample)) return 'windows-1252';
  if (isAmongLatin(sample)) return pairedWithLetters(sample) ?? 'windows-1252';
  let best = { label: 'windows-1252', score: isWestern(declared) ? 0.7 : 0.3 };
  for (const { label, score } of candidates) {
    const text = decodeStrictly(label, sample);
    const found = text === null ? 0 : score(text);
    if (found > best.score) best = { label, score: found };
  }
  return best.label;
}

const isWestern = (declared: string): boolean => /1252|8859-1$/.test(declared);

/** Too few bytes beyond ASCII to doubt what was declared. */
const isRare = (bytes: Uint8Array): boolean => bytes.reduce((count, byte) => (byte < 128 ? count : count + 1), 0) < 4;

/** Bytes beyond ASCII, one or two at a time and next to Latin letters, are accented ones: other writings come in runs. */
function isAmongLatin(bytes: Uint8Array): boolean {
  let runs = 0;
  let accents = 0;
  for (let at = 0; at < bytes.length; at++) {
    if ((bytes[at] ?? 0) < 128) continue;
    const from = at;
    while ((bytes[at + 1] ?? 0) >= 128) at++;
    runs++;
    if (at - from < 2 && (isLetter(bytes[from - 1]) || isLetter(bytes[at + 1]))) accents++;
  }
  return accents * 10 >= runs * 6;
}

/** In these the second byte of two may be that of a Latin letter. */
function pairedWithLetters(bytes: Uint8Array): string | null {
  const chinese = decodeStrictly('big5', bytes) ?? '';
  if (share(chinese, han) + share(chinese, usualTraditional) > 1.15) return 'big5';
  return share(decodeStrictly('shift_jis', bytes) ?? '', /[\u3040-\u30ff]/g) > 0.4 ? 'shift_jis' : null;
}

const isLetter = (byte: number | undefined): boolean =>
  byte !== undefined && ((byte >= 65 && byte <= 90) || (byte >= 97 && byte <= 122));

function utf16(bytes: Uint8Array): string | null {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  return bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : null;
}

/** A few broken bytes (a cut character, a damaged line) do not make UTF-8 something else. */
function isMostlyUtf8(bytes: Uint8Array): boolean {
  if (isUtf8(bytes)) return true;
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('utf8');
  let broken = text.endsWith('\ufffd') ? -1 : 0; // a text may be cut inside a character
  let whole = 0;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === 0xfffd) broken++;
    else if (code > 127) whole++;
  }
  return whole > broken * 4;
}

type Decoder = InstanceType<typeof TextDecoder>;

const strict = new Map<string, Decoder>();

function decodeStrictly(label: string, bytes: Uint8Array): string | null {
  const decoder = strict.get(label) ?? new TextDecoder(label, { fatal: true });
  strict.set(label, decoder);
  try {
    // A sample may end inside a character: `stream` forgives that, the second call forgets the rest.
    const text = decoder.decode(bytes, { stream: true });
    forget(decoder);
    return text;
  } catch {
    return null;
  }
}

function forget(decoder: Decoder): void {
  try {
    decoder.decode();
  } catch {
    // The end of the sample stood inside a character.
  }
}

/** Hits among the characters beyond ASCII. */
function share(text: string, usual: RegExp): number {
  const beyond = text.match(/\P{ASCII}/gu)?.length ?? 0;
  return beyond === 0 ? 0 : (text.match(usual)?.length ?? 0) / beyond;
}
