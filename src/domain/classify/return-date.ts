import { monthOf } from '../forward/printed-date.ts';

/** Words before the day somebody is back; they count before those of an end, which may be the last day away. */
const back =
  /\b(?:date of return|return date|(?:i(?:'ll|’ll| will| shall)? (?:be )?|am |be |we(?:'ll|’ll| will)? (?:be )?|will )?(?:back|returning|return|available again|resume work|reachable again)(?: in(?:to)? (?:the )?office| at work| to (?:the )?office| to work)?|zurück|zurueck|wieder (?:da|erreichbar|im (?:büro|haus|dienst)|für sie da|zu erreichen|persönlich erreichbar)|rückkehr|vuelvo|volver[ée]|regreso|regresar[ée]|estar[ée] de vuelta|me reincorporo|reincorporaci[óo]n|de vuelta|de retour|serai de retour|reviens|retour|volto|voltarei|regresso|regressarei|retorno|retornarei|estarei de volta|de volta|rientro|rientrer[òo]|torno|torner[òo]|sar[òo] di ritorno|di nuovo (?:disponibile|in ufficio)|terug|weer (?:aanwezig|bereikbaar|op kantoor))/giu;

const until =
  /\b(?:until|till|through|up to and including|bis(?: einschließlich| einschl\.?| inkl\.?| zum| incl\.?)*|hasta|jusqu['’]?(?:au| à| en)?|até|fino|sino|tot(?: en met)?|t\/m|tm)(?=[\s.:])/giu;

/** "from … to …", "vom … bis …", "del … al …": the second day. */
const range =
  /\b(?:from|between|vom|von|desde|del|du|dal|dall['’]|de|do|van|vanaf)\s[^\n.!?;]{0,4}?\d[^\n!?;]{0,28}?\s(?:to|and|bis(?: zum)?|al|au|tot(?: en met)?|t\/m|a|ao|à|até|-|–)\s/giu;

/** What may stand between such words and the day. */
const filler =
  /^[\s,:(]*(?:(?:on|the|the office|in|wieder|am|ab|ab dem|dem|den|der|zum|im büro|el|la|día|dia|próximo|proximo|le|du|au|à partir du|lendemain|em|no|na|o|ao|a partir de|il|al|dal|giorno|op|de|per|vanaf|from|next|nächsten|kommenden|el próximo|prochain|again|inclusive|einschließlich|incluso|compris)[\s,]+)*/iu;

const weekdays: readonly RegExp[] = [
  /^(?:sunday|sun|sonntag|so|domingo|dom|dimanche|dim|domenica|zondag|zo)\b/iu,
  /^(?:monday|mon|montag|mo|lunes|lun|lundi|segunda(?:-feira)?|lunedì|lunedi|maandag|ma)(?![\p{L}])/iu,
  /^(?:tuesday|tue|tues|dienstag|di|martes|mardi|terça(?:-feira)?|martedì|martedi|dinsdag)(?![\p{L}])/iu,
  /^(?:wednesday|wed|mittwoch|mi|miércoles|miercoles|mié|mercredi|mer|quarta(?:-feira)?|mercoledì|mercoledi|woensdag|wo)(?![\p{L}])/iu,
  /^(?:thursday|thu|thur|thurs|donnerstag|do|jueves|jue|jeudi|jeu|quinta(?:-feira)?|giovedì|giovedi|donderdag)(?![\p{L}])/iu,
  /^(?:friday|fri|freitag|fr|viernes|vie|vendredi|ven|sexta(?:-feira)?|venerdì|venerdi|vrijdag|vr)(?![\p{L}])/iu,
  /^(?:saturday|sat|samstag|sonnabend|sa|sábado|sabado|sáb|samedi|sam|sabato|zaterdag|za)(?![\p{L}])/iu,
];

const day = 86_400_000;
/** Characters of a note that are read. */
const longest = 4_000;
/** A day without a year that would be later is one that just went by: the note is an old one. */
const farthestWithoutYear = 330 * day;

/**
 * The day an absence note says its writer is away until, at 0:00 UTC: "back on 12 March", "bis zum 12.3.", "jusqu'au 12 mars".
 * A day without a year is the next such day after `sent`; one that has gone by, or is more than a year ahead, is none.
 */
export function returnDate(text: string, sent: number): number | null {
  const note = text
    .slice(0, longest)
    .normalize('NFC')
    .replace(/[ \t]*\r?\n[ \t]*/g, ' \n')
    .replace(/\*/g, '');
  for (const words of [back, range, until]) {
    for (const found of note.matchAll(words)) {
      const at = dayAt(note.slice(found.index + found[0].length, found.index + found[0].length + 80).replace(/\n/g, ''), sent);
      if (at !== null) return at;
    }
  }
  return null;
}

function dayAt(behind: string, sent: number): number | null {
  const start = behind.replace(filler, '');
  const weekday = weekdays.findIndex((name) => name.test(start));
  const rest =
    weekday < 0
      ? start
      : start
          .replace(weekdays[weekday] ?? '', '')
          .replace(/^\.?/, '')
          .replace(filler, '');
  const exact = numeric(rest, sent) ?? named(rest, sent);
  if (exact !== null || weekday < 0) return exact;
  const today = Math.floor(sent / day);
  const ahead = (weekday - new Date(sent).getUTCDay() + 7) % 7 || 7;
  return (today + ahead) * day;
}

function numeric(text: string, sent: number): number | null {
  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})(?!\d)/.exec(text);
  if (iso !== null) return resolved(Number(iso[3]), Number(iso[2]), Number(iso[1]), sent);
  const found = /^(\d{1,2})\s?([./-])\s?(\d{1,2})(?:\s?\2\s?(\d{4}|\d{2})?)?(?![\d:])/.exec(text);
  if (found === null) return null;
  const [first, second] = [Number(found[1]), Number(found[3])];
  const year = found[4] === undefined ? null : Number(found[4]) + (found[4].length === 2 ? 2000 : 0);
  const european = resolved(first, second, year, sent);
  if (found[2] !== '/') return european;
  // 3/12: whichever of the two is nearer.
  const american = resolved(second, first, year, sent);
  return european === null || (american !== null && american < european) ? american : european;
}

function named(text: string, sent: number): number | null {
  const dayFirst =
    /^(\d{1,2})(?:st|nd|rd|th|er|[.ºª])?\s*(?:of\s|de\s|d['’])?\s*(\p{L}{3,12})\.?(?:,?\s*(?:de\s|del\s)?(\d{4}))?/iu.exec(text);
  if (dayFirst !== null) return inMonth(dayFirst[1], dayFirst[2], dayFirst[3], sent);
  const monthFirst = /^(\p{L}{3,12})\.?\s+(?:the\s+)?(\d{1,2})(?:st|nd|rd|th)?(?!\d)(?:,?\s*(\d{4}))?/iu.exec(text);
  return monthFirst === null ? null : inMonth(monthFirst[2], monthFirst[1], monthFirst[3], sent);
}

function inMonth(dayOf: string | undefined, word = '', year: string | undefined, sent: number): number | null {
  const month = monthOf(word.toLowerCase());
  return month === undefined ? null : resolved(Number(dayOf), month, year === undefined ? null : Number(year), sent);
}

function resolved(dayOf: number, month: number, year: number | null, sent: number): number | null {
  const of = (which: number): number => Date.UTC(which, month - 1, dayOf);
  const thisYear = new Date(sent).getUTCFullYear();
  const at = of(year ?? (of(thisYear) > sent ? thisYear : thisYear + 1));
  const exists = new Date(at).getUTCDate() === dayOf && month >= 1 && month <= 12;
  const farthest = year === null ? farthestWithoutYear : 366 * day;
  return exists && at > sent && at - sent <= farthest ? at : null;
}
