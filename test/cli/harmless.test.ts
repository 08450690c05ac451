import { expect, test } from 'vitest';
import { harmless } from '../../src/cli/harmless.ts';

test.each([
  ['an ordinary line', 'Printer on fire', 'Printer on fire'],
  ['line breaks and tabs', 'a\n\tb', 'a\n\tb'],
  ['colours of ours', '\u001b[1mbold\u001b[22m', '\u001b[1mbold\u001b[22m'],
  ['a cleared screen', 'x\u001b[2Jy', 'x[2Jy'],
  ['a title for the window', '\u001b]0;pwned\u0007', ']0;pwned'],
  ['writing turned around', 'exe\u202egpj', 'exegpj'],
  ['C1 controls', 'a\u009b2Jb', 'a2Jb'],
  ['scripts of the world and their joiners', 'नमस्ते \u200d 👩‍🔧', 'नमस्ते \u200d 👩‍🔧'],
])('on a terminal: %s', (_, text, shown) => {
  expect(harmless(text)).toBe(shown);
});
