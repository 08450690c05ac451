/**
 * What a mail may be made of, and what becomes of it in the three families of mail programs.
 *
 * @see developers.google.com/gmail/design/css (Gmail's own list), Microsoft's "Word HTML and CSS Rendering Capabilities in
 * Outlook", and caniemail.com for measurements of both and of Apple Mail, which shows what WebKit does
 */
export type Support = {
  /** Of Gmail (all of its programs), Outlook (Word's engine on Windows, the rest), Apple Mail. */
  shown: 'everywhere' | 'not in Outlook for Windows' | 'Outlook for Windows alone' | 'Apple Mail and few others';
  /** What a reader has without it. */
  without?: string;
  /** One of these must stand before it, for those who do not know it. */
  behind?: readonly string[];
};

const everywhere: Support = { shown: 'everywhere' };
const notInWord = (without: string): Support => ({ shown: 'not in Outlook for Windows', without });
const rarely = (without: string, ...behind: string[]): Support => ({ shown: 'Apple Mail and few others', without, behind });

/** What is not shown everywhere says what becomes of the mail. */
export const properties: Readonly<Record<string, Support>> = {
  color: everywhere,
  'background-color': everywhere,
  'font-family': everywhere,
  'font-size': everywhere,
  'font-weight': everywhere,
  'font-style': everywhere,
  'line-height': everywhere,
  'letter-spacing': everywhere,
  'text-align': { shown: 'everywhere', without: 'its value start is left in Outlook for Windows' },
  'text-decoration': everywhere,
  'text-transform': everywhere,
  'vertical-align': everywhere,
  margin: everywhere,
  'margin-top': everywhere,
  'margin-right': everywhere,
  'margin-bottom': everywhere,
  'margin-left': everywhere,
  padding: notInWord('cells of tables have it there, other elements none'),
  'padding-top': notInWord('cells of tables have it there, other elements none'),
  'padding-right': notInWord('cells of tables have it there, other elements none'),
  'padding-bottom': notInWord('cells of tables have it there, other elements none'),
  'padding-left': notInWord('cells of tables have it there, other elements none'),
  border: everywhere,
  'border-top': everywhere,
  'border-right': everywhere,
  'border-bottom': everywhere,
  'border-left': everywhere,
  'border-color': everywhere,
  'border-collapse': everywhere,
  width: everywhere,
  height: everywhere,
  display: notInWord('inline-block is inline, a button is a cell on its own line; none holds'),
  'max-width': notInWord('the ghost table in the layout sets the width'),
  'min-width': notInWord('a column is as wide as its words'),
  'max-height': notInWord('mso-hide hides what it would'),
  overflow: notInWord('mso-hide hides what it would'),
  'white-space': notInWord('a line may break within a ticket’s number'),
  'border-radius': notInWord('corners are square'),
  'word-break': notInWord('a long word makes the mail wider'),
  'overflow-wrap': rarely('word-break breaks long words', 'word-break'),
  'margin-inline': rarely('the margin is that of left-to-right mails', 'margin', 'margin-left', 'margin-right'),
  'margin-inline-start': rarely('the margin is that of left-to-right mails', 'margin', 'margin-left'),
  'margin-inline-end': rarely('the margin is that of left-to-right mails', 'margin', 'margin-right'),
  'padding-inline': rarely('the padding is that of left-to-right mails', 'padding', 'padding-left', 'padding-right'),
  'padding-inline-start': rarely('the padding is that of left-to-right mails', 'padding', 'padding-left'),
  'padding-inline-end': rarely('the padding is that of left-to-right mails', 'padding', 'padding-right'),
  'border-inline': rarely('the bar is on the left', 'border', 'border-left'),
  'border-inline-start': rarely('the bar is on the left', 'border', 'border-left'),
  'border-inline-end': rarely('the bar is on the left', 'border', 'border-left'),
  'border-inline-color': rarely('the bar keeps its light colour'),
  'color-scheme': rarely('a program that follows no rules for dark screens shows the mail light, or recolours it'),
  'supported-color-schemes': rarely('its name before it was a standard'),
  '-webkit-text-size-adjust': rarely('an iPhone may make letters larger'),
  'mso-padding-alt': {
    shown: 'Outlook for Windows alone',
    without: 'others have the padding of the link in the cell, all of it to be tapped',
  },
  'mso-hide': { shown: 'Outlook for Windows alone', without: 'others hide by display: none' },
};

export const elements: Readonly<Record<string, Support>> = {
  ...each(
    'html head meta title body div span p a br hr table tbody thead tr td th h1 h2 h3 ul ol li strong em b i img blockquote pre code',
  ),
  style: {
    shown: 'everywhere',
    without: 'Gmail drops it for mailboxes of other providers: the styles that matter are on the elements',
  },
  bdi: rarely('a name in another script may pull the words beside it to its side'),
};

export const attributes: Readonly<Record<string, Support>> = {
  ...each(
    'lang dir class style href src alt title width height align valign border cellpadding cellspacing colspan rowspan bgcolor',
  ),
  ...each('name content charset http-equiv'),
  role: { shown: 'everywhere', without: 'a screen reader calls a table of the layout a table' },
  scope: { shown: 'everywhere', without: 'a screen reader reads a cell without the name of its row' },
  'aria-hidden': rarely('a screen reader reads a mark aloud'),
  'aria-label': rarely('a screen reader reads the words as they stand'),
};

function each(names: string): Record<string, Support> {
  return Object.fromEntries(names.split(' ').map((name) => [name, everywhere]));
}
