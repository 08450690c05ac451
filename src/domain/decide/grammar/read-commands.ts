import { type TicketNo, ticketNo } from '../../ids.ts';
import { aroundTag, withoutPrefixes } from '../../match/subject-tag.ts';
import { legible } from './legible.ts';
import { type Phrase, phrases } from './words.ts';

/** What an associate's mail asks for, before any of it is checked. */
export type CommandText = {
  phrases: readonly Phrase[];
  /** Brackets that stood in an earlier subject of the ticket and are not applied again (rule R2). */
  notRepeated: readonly string[];
  /** What of it stood in the subject: remembered, so that it is not applied again (R2). */
  written: readonly string[];
  /** The visible text without its command lines. */
  text: string;
  /** Lines that name their ticket; left out where there are none. */
  groups?: readonly TicketCommands[];
  /** There are more commands than a person writes: those beyond are not read, so that none may be carried out. */
  tooMany?: true;
};

/** Anybody can write a mail in the name of one of us: the time that its commands take must have an end. */
export const mostCommands = 100;

/** What is asked of one ticket that stands in the line itself. */
export type TicketCommands = { ticket: TicketNo; phrases: readonly Phrase[] };

export type CommandPlaces = {
  subject: string;
  visibleText: string;
  prefix: string;
  foreignTags: readonly string[];
  /** Every subject the ticket had before this mail. */
  earlierSubjects: readonly string[];
  /** What subjects commanded before, of mails that left no subject on the ticket too. */
  commanded: readonly string[];
  title: string;
  /** Whether a phrase may stand in place of the title: written out in full, and of a class that may (place 2). */
  isWholeCommand: (phrase: Phrase) => boolean;
  /** The phrase as it may be repeated: without what its command takes out of the world. */
  discreet?: (phrase: Phrase) => string;
};

/** Reads commands from the three places of COMMANDS.md: brackets after the tag, in place of the title, `!` lines on top. */
export function readCommands(typed: CommandPlaces): CommandText {
  const places = { ...typed, subject: legible(typed.subject), title: legible(typed.title) };
  const brackets = bracketsAfterTag(places);
  const earlier = new Set([...places.earlierSubjects.flatMap(allBrackets), ...places.commanded.map(normal)]);
  const isRepeated = (text: string): boolean => !isCut(text) && earlier.has(normal(text));
  const fresh = brackets.filter((text) => !isRepeated(text));
  const body = leadingCommands(places.visibleText, places.prefix);
  const { discreet = ({ text }) => text } = places;
  const hushed = (phrase: Phrase): Phrase => ({ ...phrase, text: discreet(phrase) });
  const shown = (text: string): string => {
    const read = phrases(text).slice(0, mostCommands);
    return read.every((phrase) => discreet(phrase) === phrase.text) ? text : read.map(discreet).join('; ');
  };
  const fromSubject = fresh.length > 0 ? fresh.flatMap(phrases) : brackets.length > 0 ? [] : insteadOfTitle(places);
  const all = [...fromSubject, ...body.phrases];
  const count = all.length + body.groups.reduce((sum, group) => sum + group.phrases.length, 0);
  return {
    ...(count > mostCommands ? { tooMany: true } : {}),
    phrases: all.slice(0, mostCommands).map(hushed),
    notRepeated: brackets.filter(isRepeated).map(shown),
    written: brackets.length > 0 ? fresh.map(shown) : fromSubject.slice(0, mostCommands).map(discreet),
    text: body.text,
    ...(body.groups.length === 0
      ? {}
      : { groups: firstOf(body.groups, mostCommands).map((group) => ({ ...group, phrases: group.phrases.map(hushed) })) }),
  };
}

/** Of several tickets, as many commands as there is room for. */
function firstOf(groups: readonly TicketCommands[], room: number): TicketCommands[] {
  let left = room;
  return groups.flatMap(({ ticket, phrases: asked }) => {
    const kept = asked.slice(0, Math.max(0, left));
    left -= asked.length;
    return kept.length === 0 ? [] : [{ ticket, phrases: kept }];
  });
}

/** Place 1. Other systems' tags (`[ABC-12]`, `[EXTERNAL]`) are text. */
function bracketsAfterTag({ subject, prefix, foreignTags, title }: CommandPlaces): string[] {
  const around = aroundTag(subject, prefix);
  const scope = around === null ? withoutPrefixes(subject) : around.after;
  const foreign = new Set(foreignTags.map((tag) => tag.toLowerCase()));
  const own = `${prefix.toLowerCase()}-`;
  const isTag = (inner: string): boolean => /^[A-Z][A-Z0-9]*-\d+$/.test(inner) || inner.toLowerCase().startsWith(own);
  const isOurs = (inner: string): boolean => inner !== '' && !foreign.has(inner.toLowerCase()) && !isTag(inner);
  const ours = bracketed(scope).filter((text) => isOurs(withoutOpening(text)));
  return around === null ? ours.filter((_, at) => at === 0 && scope.startsWith('[')) : beyond(ours, allBrackets(title));
}

/** What stands in brackets; one that was cut off before its end keeps its opening, so that it is no right command (R4). */
const bracketed = (subject: string): string[] =>
  [...subject.matchAll(/\[([^[\]]*)(\]|$)/g)].map(([, inner = '', end]) => (end === '' ? `[${inner.trim()}` : inner.trim()));

const isCut = (text: string): boolean => text.startsWith('[');
const withoutOpening = (text: string): string => (isCut(text) ? text.slice(1) : text);

/** What stands in the title is text of the title, each bracket as often as it stands there. */
function beyond(brackets: readonly string[], titled: readonly string[]): string[] {
  const left = [...titled];
  return brackets.filter((text) => {
    // Mail programs cut long subjects.
    if (isCut(text)) return !titled.some((one) => withoutOpening(one).startsWith(normal(withoutOpening(text))));
    const at = left.indexOf(normal(text));
    if (at >= 0) left.splice(at, 1);
    return at < 0;
  });
}

/** Place 2: only when the whole rest of the subject is complete commands and was never a title. */
function insteadOfTitle({ subject, prefix, earlierSubjects, commanded, title, isWholeCommand }: CommandPlaces): Phrase[] {
  const rest = aroundTag(subject, prefix)?.after ?? '';
  const titles = [
    title,
    ...commanded,
    ...earlierSubjects.map((earlier) => aroundTag(earlier, prefix)?.after ?? withoutPrefixes(earlier)),
  ];
  if (rest === '' || titles.some((one) => normal(one) === normal(rest))) return [];
  const read = phrases(rest);
  return read.length > 0 && read.every(isWholeCommand) ? read : [];
}

/** Place 3: `!` and a letter, one command a line, up to the first line that is neither blank nor a command. */
function leadingCommands(visibleText: string, prefix: string): { phrases: Phrase[]; groups: TicketCommands[]; text: string } {
  const lines = visibleText.split('\n');
  const found: Phrase[] = [];
  const named = new Map<TicketNo, Phrase[]>();
  let at = 0;
  for (; at < lines.length; at++) {
    const line = legible(lines[at] ?? '').trim();
    if (/^!end$/i.test(line)) {
      at++;
      break;
    }
    const [, ticket, rest = ''] = ofTicket(prefix).exec(line) ?? [];
    if (ticket !== undefined) {
      const number = ticketNo(Number(ticket));
      named.set(number, [...(named.get(number) ?? []), ...phrases(rest)]);
    } else if (/^!\p{L}/u.test(line)) found.push(...phrases(line.slice(1)));
    else if (line !== '') break;
  }
  const groups = [...named].flatMap(([ticket, asked]) => (asked.length === 0 ? [] : [{ ticket, phrases: asked }]));
  return { phrases: found, groups, text: lines.slice(at).join('\n').trim() };
}

/** `!HD-1042 assign maria; severity high`. */
const ofTicket = (prefix: string): RegExp =>
  new RegExp(`^!\\s*${prefix.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}-(\\d{1,9})(?:[\\s:;,]+(.*))?$`, 'iu');

const allBrackets = (subject: string): string[] => bracketed(legible(subject)).map(normal);

/** Folding, encoded words and case make no difference between two spellings of one command. */
const normal = (text: string): string => text.toLowerCase().replace(/\s+/g, ' ').trim();
