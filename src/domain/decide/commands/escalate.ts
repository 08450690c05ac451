import { type Saying, say } from '../../saying.ts';
import { type Command, insiders } from './command.ts';
import { handOver, levelIn } from './hand-over.ts';

/** Hands the ticket to a higher level, never without a word why. */
export const escalate: Command = {
  name: 'escalate',
  translations: { es: ['escalar'], de: ['eskalieren'], fr: ['escalader'], pt: ['escalar'] },
  args: '[L2|L3] ["reason"]',
  roles: insiders,
  class: 'C3',
  help: say(
    'Hands the ticket to the next level, or to the one you name, with the reason: the words behind it, else your text, which then stays inside.',
  ),
  inTitle: true,
  fits: ({ state, level }) => state !== 'closed' && level !== 'L3',
  perform: (words, scene) => {
    const { level, fields } = scene.ticket;
    const named = levelIn(words[0]);
    const to = named ?? pointedAt(fields['level_needed'], level) ?? next[level ?? 'L1'];
    const reason = named === null ? words : words.slice(1);
    const refused = (problem: Saying, expected: Saying, suggestions: readonly string[]) =>
      ({ kind: 'refused', problem, expected, ...(words[0] && { word: words[0] }), suggestions }) as const;
    if (to === undefined) return refused(say('L3 is the highest level'), say('a ticket of L1 or L2'), ['assign L3']);
    if (named !== null && level !== null && named < level)
      return refused(say`${named} is below ${level}`, say('a higher level'), [`level ${named}`]);
    if (reason.length === 0 && scene.text === '' && level !== to)
      return refused(say('the next holder needs to know why'), say('a reason behind it, or as text of the mail'), [
        `escalate ${to} "…"`,
      ]);
    return handOver('escalate', to, reason, scene);
  },
};

/** The level that the answers to a questionnaire point to, where it is a higher one. */
const pointedAt = (needed: string | undefined, level: string | null): string | undefined =>
  needed !== undefined && Object.values(next).includes(needed) && needed > (level ?? 'L1') ? needed : undefined;

const next: Readonly<Record<string, string | undefined>> = { L1: 'L2', L2: 'L3' };
