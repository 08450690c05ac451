/**
 * Private-use characters that stand in a half-made mail for what its template means. Template data never holds one
 * (`cleanData`), so nothing that a person wrote can become a heading, a list or a block of ours.
 */
export const marks = {
  /** Around a building block: stays as it is, apart from the paragraphs around it. */
  block: { open: '\ue001', close: '\ue002' },
  /** Around prose within a block. */
  prose: { open: '\ue003', close: '\ue004' },
  code: '\ue005',
  strong: '\ue006',
  heading: '\ue007',
  item: '\ue008',
  verbatim: '\ue009',
} as const;

/**
 * Puts marks in place of what stands for form in a template's own words: `## heading`, `- item`, four spaces before a
 * line to be shown as typed, `code` between backticks, **strong** words. Places of errors stay right: nothing moves.
 */
export const markSource = (source: string): string =>
  source.replace(/\{\{[\s\S]*?\}\}|^## |^- |^ {4}(?!\s*\{\{(?:[#/>]|else))|\*\*|`/gm, (found) => formOf[found] ?? found);

const formOf: Readonly<Record<string, string>> = {
  '## ': `${marks.heading.repeat(2)} `,
  '- ': `${marks.item} `,
  '    ': `${marks.verbatim}   `,
  '**': marks.strong.repeat(2),
  '`': marks.code,
};
