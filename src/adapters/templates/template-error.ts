/** A template cannot be read or filled; says where, so that an admin can mend it. Line and column count from 1. */
export class TemplateError extends Error {
  override name = 'TemplateError';
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly problem: string;

  constructor(at: { file: string; line: number; column: number }, problem: string) {
    super(`${at.file}:${at.line}:${at.column}: ${problem}`);
    this.file = at.file;
    this.line = at.line;
    this.column = at.column;
    this.problem = problem;
  }
}
