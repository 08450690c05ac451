import type { Decoder } from './transfer.ts';

/** Of one line; longer ones are no lines that somebody wrote behind the data. */
const MAX_LINE = 1_000;

/**
 * Undoes base64. Characters of no meaning are passed over (RFC 2045 §6.8); where the data ended with padding, lines of
 * more data go on with it (each was packed on its own), and anything else ends it: a list's footer, a scanner's note.
 */
export function base64Decoder(): Decoder {
  const state: State = { digits: '', line: '', phase: 'data' };
  return {
    write: (text) => decode(state, text, false),
    end: () => decode(state, '', true),
  };
}

/** `digits`: fewer than four that wait for more; `line`: one that has not ended yet, where lines matter. */
type State = { digits: string; line: string; phase: 'data' | 'padded' | 'over' };

const nothing = Buffer.alloc(0);

function decode(state: State, text: string, isLast: boolean): Buffer {
  if (state.phase === 'over') return nothing;
  if (state.phase === 'data' && state.line === '' && !isLast && !text.includes('=')) return decodeDigits(state, text);
  const lines = (state.line + text).split(/\r\n|\n|\r/);
  state.line = isLast || (lines.at(-1)?.length ?? 0) > MAX_LINE ? '' : (lines.pop() ?? '');
  const out: Buffer[] = [];
  for (const line of lines) decodeLine(state, line, out);
  if (isLast) out.push(flush(state));
  return out.length === 1 && out[0] ? out[0] : Buffer.concat(out);
}

function decodeLine(state: State, line: string, out: Buffer[]): void {
  const written = line.trim();
  if (state.phase === 'over' || written === '') return;
  if (state.phase === 'padded' && !isPacked(written)) {
    state.phase = 'over';
    return;
  }
  // Several padded ones may stand on one line, without a line end between.
  for (const piece of line.split(/(?<==)(?=[^=\s])/)) {
    const padding = piece.indexOf('=');
    out.push(decodeDigits(state, padding === -1 ? piece : piece.slice(0, padding)));
    if (padding === -1) continue;
    out.push(flush(state));
    state.phase = 'padded';
  }
}

/** A whole line of base64. */
const isPacked = (line: string): boolean => line.length % 4 === 0 && /^[A-Za-z0-9+/]*={0,2}$/.test(line);

function decodeDigits(state: State, text: string): Buffer {
  const digits = state.digits + (clean.test(text) ? text : text.replace(/[^A-Za-z0-9+/]+/g, ''));
  const whole = digits.length - (digits.length % 4);
  state.digits = digits.slice(whole);
  return Buffer.from(whole === digits.length ? digits : digits.slice(0, whole), 'base64');
}

const clean = /^[A-Za-z0-9+/]*$/;

function flush(state: State): Buffer {
  const rest = Buffer.from(state.digits, 'base64');
  state.digits = '';
  return rest;
}
