/** What is typed without formatting, as mail clients make HTML of it: a `div` a line. */
export const plainHtml = (text: string): string =>
  text
    .split('\n')
    .map((line) => `<div>${line === '' ? '<br>' : escaped(line)}</div>`)
    .join('\n');

/** A mail's whole HTML: what was typed, and below it the mail that it answers, as Apple Mail and Thunderbird quote. */
export function answerHtml(typed: string, answered?: { saying: string; html: string }): string {
  const quoted =
    answered === undefined
      ? ''
      : `<br><div class="cite-prefix">${escaped(answered.saying)}</div>\n<blockquote type="cite">${bodyOf(answered.html)}</blockquote>`;
  return `<html><head><meta http-equiv="Content-Type" content="text/html; charset=utf-8"></head><body>${typed}${quoted}</body></html>`;
}

const bodyOf = (html: string): string => /<body[^>]*>([\s\S]*)<\/body>/i.exec(html)?.[1] ?? html;

const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
