import { type HtmlElement, htmlTree } from './html-tree.ts';
import { type StyleRule, styleRules } from './style-sheet.ts';

/** A mail as its templates made it. */
export type MailParts = { language: string; subject: string; text: string; html: string };

/** The same, read: what each check looks at. */
export type ReadMail = MailParts & { tree: HtmlElement; rules: readonly StyleRule[] };

/** One thing that holds for every mail of ours. */
export type MailCheck = {
  name: string;
  /** In a line, for the table that people read. */
  holds: string;
  /** What is wrong, each in a line that says where; none where it holds. */
  faults(mail: ReadMail): readonly string[];
};

/** Reads a mail once for all checks. */
export function readMail(parts: MailParts): ReadMail {
  const tree = htmlTree(parts.html);
  return { ...parts, tree, rules: styleRules(tree) };
}
