/** Offsets in all bytes so far: the end of the last line before the blank one, and what follows it. */
export type BlankLine = { stop: number; body: number };

/** Looks for a mail's first blank line in bytes that come piece by piece. */
export type BlankLineSearch = {
  /** Takes the next piece; null while the blank line has not come whole. */
  next(piece: Uint8Array): BlankLine | null;
  /** Says that no more comes: without a blank line all was head. */
  end(): BlankLine;
};

/** Where the last byte stands: inside a line, or in so much of its end. */
type Place = 'line' | 'cr' | 'crCr' | 'lf' | 'lfCr' | 'lfCrCr';
type Sign = 'cr' | 'lf' | 'other';
/** `blank`: this byte ends the blank line. `oldMac`: the two bare CRs before it did, as on old Macs. */
type Step = Place | 'blank' | 'oldMac';

const steps: Record<Place, Record<Sign, Step>> = {
  line: { cr: 'cr', lf: 'lf', other: 'line' },
  cr: { cr: 'crCr', lf: 'lf', other: 'line' },
  crCr: { cr: 'oldMac', lf: 'lf', other: 'oldMac' }, // with LF: a gateway put a CR before each CRLF
  lf: { cr: 'lfCr', lf: 'blank', other: 'line' },
  lfCr: { cr: 'lfCrCr', lf: 'blank', other: 'line' },
  lfCrCr: { cr: 'oldMac', lf: 'blank', other: 'oldMac' },
};

const LF = 10;
const CR = 13;
const signOf = (byte: number): Sign => (byte === LF ? 'lf' : byte === CR ? 'cr' : 'other');

/** Starts a search that believes CRs only once the byte behind them, or the end, has said what they are. */
export function searchBlankLine(): BlankLineSearch {
  let place: Place = 'line';
  let [lastLf, seen] = [0, 0];
  const oldMac = (): BlankLine => ({ stop: seen - 2, body: seen });
  return {
    next(piece) {
      for (const byte of piece) {
        const step: Step = steps[place][signOf(byte)];
        if (step === 'oldMac') return oldMac();
        if (step === 'blank') return { stop: lastLf, body: seen + 1 };
        if (step === 'lf') lastLf = seen;
        place = step;
        seen++;
      }
      return null;
    },
    end: () => (place === 'crCr' || place === 'lfCrCr' ? oldMac() : { stop: seen, body: seen }),
  };
}
