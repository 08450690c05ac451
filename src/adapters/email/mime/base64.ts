import type { Decoder } from './transfer.ts';

/** Of one line behind the data; longer ones are none that a program packed. */
const MAX_LINE = 1_000;

/**
 * Undoes base64. Characters of no meaning are passed over (RFC 2045 §6.8); where the data ended with padding, lines of
 * more data go on with it (each was packed on its own), and anything else ends it: a list's footer, a scanner's note.
 */
export function base64Decoder(): Decoder {
  const state: State = { phase: 'data', digits: '', line: '', out: [] };
  return {
    write: (text) => decode(state, text, false),
    end: () => decode(state, '', true),
  };
}

/**
 * `padded`: behind a `=`; `junk`: what follows it on its line; `line`: the next one, `line` so far, decides whether data go
 * on. `digits`: fewer than four that wait for more.
 */
type State = { phase: 'data' | 'padded' | 'junk' | 'line' | 'over'; digits: string; line: string; out: Buffer[] };

function decode(state: State, text: string, isLast: boolean): Buffer {
  for (let at = 0; at < text.length && state.phase !== 'over'; ) at = steps[state.phase](state, text, at);
  if (isLast && state.phase === 'line') takeLine(state);
  if (isLast) flush(state);
  const out = state.out.splice(0);
  return out.length === 1 && out[0] ? out[0] : Buffer.concat(out);
}

/** Each takes what belongs to its phase, and says where the rest begins. */
const steps: Readonly<Record<Exclude<State['phase'], 'over'>, (state: State, text: string, at: number) => number>> = {
  data(state, text, at) {
    const padding = text.indexOf('=', at);
    takeDigits(state, text.slice(at, padding === -1 ? undefined : padding));
    if (padding === -1) return text.length;
    flush(state);
    state.phase = 'padded';
    return padding + 1;
  },
  padded(state, text, at) {
    if (text[at] === '=') return at + 1;
    // Several may stand on one line, without a blank between.
    state.phase = digit.test(text[at] ?? '') ? 'data' : 'junk';
    return at;
  },
  junk(state, text, at) {
    const end = lineEndIn(text, at);
    if (end === -1) return text.length;
    state.phase = 'line';
    return end + 1;
  },
  line(state, text, at) {
    const end = lineEndIn(text, at);
    state.line += text.slice(at, end === -1 ? undefined : end);
    if (state.line.length > MAX_LINE) state.phase = 'over';
    else if (end !== -1) takeLine(state);
    return end === -1 ? text.length : end + 1;
  },
};

const digit = /^[A-Za-z0-9+/]$/;

function lineEndIn(text: string, at: number): number {
  const [feed, back] = [text.indexOf('\n', at), text.indexOf('\r', at)];
  return feed === -1 || back === -1 ? Math.max(feed, back) : Math.min(feed, back);
}

/** A whole line behind padded data: more data, or the end of them. */
function takeLine(state: State): void {
  const line = state.line.trim();
  state.line = '';
  if (line === '') return;
  const isPacked = line.length % 4 === 0 && /^[A-Za-z0-9+/]*={0,2}$/.test(line);
  state.phase = isPacked ? 'data' : 'over';
  if (!isPacked) return;
  takeDigits(state, line.replace(/=+$/, ''));
  if (!line.endsWith('=')) return;
  flush(state);
  state.phase = 'line';
}

function takeDigits(state: State, text: string): void {
  const digits = state.digits + (clean.test(text) ? text : text.replace(/[^A-Za-z0-9+/]+/g, ''));
  const whole = digits.length - (digits.length % 4);
  state.digits = digits.slice(whole);
  if (whole > 0) state.out.push(Buffer.from(whole === digits.length ? digits : digits.slice(0, whole), 'base64'));
}

const clean = /^[A-Za-z0-9+/]*$/;

function flush(state: State): void {
  if (state.digits !== '') state.out.push(Buffer.from(state.digits, 'base64'));
  state.digits = '';
}
