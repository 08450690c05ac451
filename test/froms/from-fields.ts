import { type Dice, diceOf } from '../fuzz/dice.ts';

const ours = [
  'maria@acme.example',
  'Maria@Acme.Example',
  'maria.lopez@sub.acme.example',
  "o'brien+x@acme.example",
  'jane@globex.example',
];
const evil = ['evil@evil.example', 'x@xn--exmple-cua.example', 'maria@acme.example.evil.example', 'a@b.c'];
const names = [
  'Maria Lopez',
  '"Lopez, Maria"',
  "Maria O'Brien",
  '=?utf-8?Q?M=C3=A1ria?=',
  '=?utf-8?B?bWFyaWFAYWNtZS5leGFtcGxl?=',
  '',
  '"',
  'Märía',
];
const breaks = ['\r\n ', '\r\n\t', '\n ', '\r ', '\r\n', ' ', '\t', ''];

/** Ways that senders, spoofers and clumsy programs write a From field; `a` is whom they would be, `b` who they are. */
const shapes: readonly ((a: string, b: string, name: string, gap: string) => string)[] = [
  (a) => a,
  (a, _, name) => `${name} <${a}>`,
  (a, _, name) => `${name}<${a}>`,
  (a, _, name, gap) => `${name}${gap}<${a}>`,
  (a, _, name, gap) => `${name} <${gap}${a}${gap}>`,
  (a, b, _, gap) => `${a},${gap}${b}`,
  (a, b) => `"${a}" <${b}>`,
  (a, b) => `${a} <${b}>`,
  (a, b) => `<${a}> <${b}>`,
  (a, b) => `<${a}>${b}`,
  (a, b) => `${b} (${a})`,
  (a, b) => `${a} (comment (nested <${b}>))`,
  (a, b) => `(<${b}>) ${a}`,
  (a, b) => `${a}(x)@${b.split('@')[1]}`,
  (a, b) => `"${a} <${b}>" <${a}>`,
  (a, b) => `"${a}"@${b.split('@')[1]}`,
  (a, b) => `"${a}\\" <${b}>" <${a}>`,
  (a, b) => `<@${b.split('@')[1]}:${a}>`,
  (a, b) => `Team: ${a}, ${b};`,
  (a) => `Team: ${a};`,
  (a, b) => `Team:; <${a}>, ${b}`,
  (a, b) => `${a}\0@${b}`,
  (a, b) => `${a}\0<${b}>`,
  (a, b) => `=?utf-8?Q?${a.replace('@', '=40')}=3E?= <${b}>`,
  (a, b) => `=?utf-8?Q?x=22_=3C${a.replace('@', '=40')}=3E=2C?= <${b}>`,
  (a, b, _, gap) => `${a.split('@')[0]}@${gap}${b.split('@')[1]}`,
  (a, b) => `${a.split('@')[0]}@[192.0.2.1] <${b}>`,
  (a, b) => `${a}@${b}`,
  (a) => `${a}.`,
  (a) => `.${a}`,
  (a, b) => `${a}; ${b}`,
  (a, b) => `${a} ${b}`,
  (a, b, _, gap) => `"${a}${gap}" <${b}>`,
  (a, b) => `<${a}\\>${b}>`,
  (a, b) => `\\"${a}" <${b}>`,
  (a, b) => `<<${a}>>, <${b}`,
  (a) => `mailto:${a}`,
  (a, b) => `${a}\u00a0<${b}>`,
  (a, b) => `${a}\u2028<${b}>`,
  () => '',
];
const bits = [
  '<',
  '>',
  '"',
  '(',
  ')',
  ',',
  ';',
  ':',
  '@',
  '\\',
  '.',
  ' ',
  '\t',
  '\r\n ',
  '\n',
  '\r',
  '\0',
  '=?',
  '?=',
  '[',
  ']',
  "'",
  '`',
  '\u00e9',
  '\u3000',
  '\ufeff',
  '%',
  '%40',
  '＠',
];

/** One head's From fields as they stand in a mail: mostly one, sometimes mutated, sometimes two. */
export function fromFields(seed: number, index: number): string {
  const dice = diceOf(Math.imul(seed, 0x9e3779b1) ^ index);
  const fields = [fieldOf(dice)];
  if (dice.once(12)) fields.push(fieldOf(dice));
  const name = dice.once(10) ? dice.pick(['FROM', 'from', 'From ', 'From\t', 'From\0', 'X-From']) : 'From';
  return fields.map((field, at) => `${at === 0 ? name : 'From'}:${dice.once(6) ? dice.pick(breaks) : ' '}${field}`).join('\r\n');
}

function fieldOf(dice: Dice): string {
  const [a, b] = [dice.pick(ours), dice.pick(dice.once(3) ? ours : evil)];
  let field = dice.pick(shapes)(a, b, dice.pick(names), dice.pick(breaks));
  for (let changes = dice.once(2) ? dice.roll(4) : 0; changes > 0; changes--) field = changed(field, dice);
  return field;
}

/** A piece put in, taken out, doubled, or letters swapped. */
function changed(field: string, dice: Dice): string {
  const at = dice.roll(field.length + 1);
  const to = Math.min(field.length, at + 1 + dice.roll(5));
  const [before, piece, after] = [field.slice(0, at), field.slice(at, to), field.slice(to)];
  switch (dice.roll(4)) {
    case 0:
      return `${before}${dice.pick(bits)}${piece}${after}`;
    case 1:
      return before + after;
    case 2:
      return before + piece + piece + after;
    default:
      return before + [...piece].reverse().join('') + after;
  }
}
