import { Parser } from 'htmlparser2';

/** Letters that a phone or a mailbox shows of a mail beside its subject; the most generous show about so many. */
const room = 140;

/** What mail programs show of a mail beside its subject: the first words of its body, hidden ones too. */
export function firstWords(html: string): string {
  let words = '';
  let inBody = false;
  const parser = new Parser({
    onopentagname(name) {
      inBody ||= name === 'body';
    },
    ontext(text) {
      if (inBody && words.length < 2 * room) words += text;
    },
    onclosetag(name) {
      if (blocks.has(name)) words += ' ';
    },
  });
  parser.end(html);
  return [...words.replace(fillers, ' ').replace(/\s+/g, ' ').trim()].slice(0, room).join('');
}

/** Words on both sides of their end stand apart. */
const blocks = new Set(['p', 'div', 'td', 'th', 'li', 'h1', 'h2', 'h3', 'br']);

/** Empty letters that keep a mail's body out of the line. */
const fillers = /\u034f|[\u00ad\u200b-\u200d\u2060\ufeff]/g;
