/** A text as a reader of format=flowed shall show it: blanks at the ends of lines are gone, quote marks stand close. */
export const meant = (text: string): string =>
  text
    .split('\n')
    .map((line) => {
      if (line === '-- ') return line;
      const marks = /^(?:> ?)*/.exec(line)?.[0] ?? '';
      const depth = marks.replaceAll(' ', '').length;
      const words = line.slice(marks.length).replace(/ +$/, '');
      return depth === 0 ? words : `${'>'.repeat(depth)} ${words}`;
    })
    .join('\n');
