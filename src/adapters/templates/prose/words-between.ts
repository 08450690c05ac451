/** A stretch of plain content for a template's tree. */
export const wordsBetween = (value: string, { loc }: hbs.AST.Statement): hbs.AST.ContentStatement => ({
  type: 'ContentStatement',
  value,
  // Handlebars keeps the content's own spelling here; its declaration says otherwise.
  original: value as unknown as hbs.AST.StripFlags,
  loc,
});
