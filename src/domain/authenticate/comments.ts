/** Comments may nest and may hold anything, a forged result too. */
export function withoutComments(value: string): string {
  let text = '';
  let depth = 0;
  let quoted = false;
  for (let at = 0; at < value.length; at++) {
    const letter = value[at] ?? '';
    if (letter === '\\') {
      if (depth === 0) text += value.slice(at, at + 2);
      at++;
    } else if (quoted) {
      quoted = letter !== '"';
      text += letter;
    } else if (letter === '(') depth++;
    else if (letter === ')' && depth > 0) depth--;
    else if (depth === 0) {
      quoted = letter === '"';
      text += letter;
    }
  }
  return text;
}
