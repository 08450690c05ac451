/** Characters of a line that are looked at, and of an attribution put together from several lines. */
const MAX_LINE = 400;
const MAX_LINES = 6;

/** "wrote", as mail programs say it before or behind the name. */
const verbs =
  'wrote|writes|sent|said|schrieb|geschrieben|escribió|escribio|ha escrito|a écrit|a ecrit|écrit|écrivait|escreveu|ha scritto|scrisse|scritto|schreef|geschreven|skrev|napisał\\(a\\)|napisała|napisał|napisal|pisze|napsal\\(a\\)|napsala|napsal|napísal|írta|a scris|написал\\(а\\)|написала|написал|пишет|писал|писала|написав|yazdı|şunları yazdı|şöyle yazdı|kirjoitti|đã viết|έγραψε|כתב|כתבה|كتب|كتبت|ने लिखा|写道|寫道|撰写|书写|書きました|のメール|wrote as follows|작성|menulis';

const hasVerb = new RegExp(`(?:^|[\\s,>)\\]"'”»】」，])(?:${verbs})(?:$|[\\s:：,.(\\[-])`, 'iu');
const endsWithVerb = new RegExp(
  `(?:^|[\\s,>)\\]"'”»】」，a-z0-9])(?:${verbs}|wrote|a écrit|viết)\\s*(?:the following|het volgende|folgendes)?\\s*(?:[:：]|-{2,}|$)\\s*-*$`,
  'iu',
);

const address = /[^\s<>()[\]]{1,100}@[^\s<>()[\]]{1,100}/;
const clock = /\b\d{1,2}[:.h]\d{2}\b/;
const day =
  /\b(?:\d{4}[-/.年]\s?\d{1,2}[-/.月]\s?\d{1,2}|\d{1,2}[-/.]\d{1,2}[-/.]\d{2,4}|\d{1,2}\.?(?:st|nd|rd|th)?[-\s]+(?:de\s+|of\s+)?[\p{L}\p{M}]{3,12}\.?,?[-\s]+(?:de\s+)?\d{4}|[\p{L}\p{M}]{3,12}\.?\s+\d{1,2}(?:st|nd|rd|th)?,?\s+\d{4}|\d{1,2}\s+[\p{L}\p{M}]{2,10}\s+\d{1,2},\s*\d{4})/iu;
const starter =
  /^[\s*_>-]*(?:on|am|at|el|le|em|no dia|il|in data|op|den|på|w dniu|dnia|dne|pada|vào|в|vendredi|lundi|mardi|mercredi|jeudi|samedi|dimanche|a\(z\)|ve|kl|il giorno|ο|στις|在|于|於|با|بتاريخ|في|le lun|tarihinde)(?=[\s,\d\p{L}])/iu;

/** `certain`: named so fully that what follows is the quoted mail even where no `>` marks it. */
export type Attribution = { lines: number; certain: boolean };

const none: Attribution = { lines: 0, certain: false };

/** How many lines from `at` on say who wrote the quoted mail and when; 0 for none. */
export function attributionAt(lines: readonly string[], at: number): Attribution {
  const first = lines[at] ?? '';
  if (first.trim() === '' || first.length > MAX_LINE || first.trimStart().startsWith('>')) return none;
  if (!mayBegin.test(first)) return none;
  let text = '';
  for (let count = 1; count <= MAX_LINES; count++) {
    const line = (lines[at + count - 1] ?? '').trim();
    if (text.length + line.length > MAX_LINE || (line.startsWith('>') && !isOpenAddress(text))) return none;
    if (line === '' && !isOpenAddress(text)) return none;
    text += ` ${line}`;
    if (mayEnd(line) && isAttribution(text.trim(), count)) return { lines: count, certain: isCertain(text) };
    // A text's own line does not begin an attribution that ends further down.
    if (count === 1 && !starter.test(first) && !day.test(first)) return none;
  }
  return none;
}

/** Cheap looks that spare nearly every line of a text the long ones: a number, an address or a rule somewhere; an end like those. */
const mayBegin = /[\d@<]|^\s*-{2}|^\S{1,12}\s+["\p{Lu}]/u;
const mayEnd = (line: string): boolean => /[:：>)\]-]$/.test(line) || lastWords.test(line);
const lastWords = new RegExp(`(?:${verbs})$`, 'iu');

/** A name and an address may be torn apart by blank lines: `On … John` / `<` / `mailto:…` / `> wrote:`. */
const isOpenAddress = (text: string): boolean => starter.test(text) && day.test(text) && clock.test(text);

const isCertain = (text: string): boolean =>
  (day.test(text) || starter.test(text)) && (clock.test(text) || address.test(text) || day.test(text));

function isAttribution(text: string, lines: number): boolean {
  if (/^-{2,}\s?[^-].{0,120}\s(?:wrote|schrieb|escribió|a écrit|escreveu|ha scritto)\s?-{2,}$/iu.test(text)) return true;
  const dated = day.test(text) || clock.test(text);
  const addressed = address.test(text);
  if (endsWithVerb.test(text)) return dated || (addressed && (lines === 1 || starter.test(text)));
  const closes = /[:：]\s*$/.test(text);
  // Dutch, Russian, Hindi…: the verb stands before the name.
  if (closes && hasVerb.test(text)) return dated && (starter.test(text) || addressed || /^\d/.test(text));
  // Gmail of old, Mail.ru, Yandex…: a date, a time, a name, an address, no verb.
  if (closes && addressed) return day.test(text) && (clock.test(text) || lines > 1);
  return /^\d{4}[-/年]/.test(text) && day.test(text) && (addressed ? /[>)]$/.test(text) : closes && clock.test(text));
}

/** Where an attribution stands behind the answer's last words on one line; -1 for nowhere. */
export function sharedAttribution(line: string): number {
  if (line.length > MAX_LINE || !/\bwrote:\s*$/.test(line)) return -1;
  const found =
    /(?:\s|-{2,}\s?)(On (?:Mon|Tue|Wed|Thu|Fri|Sat|Sun|\d|Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[^\n]*)$/.exec(line);
  return found && day.test(found[1] ?? '') ? found.index : -1;
}
