import { type Command, insiders } from './command.ts';
import { handOver, levelIn } from './hand-over.ts';

/** Hands the ticket to a higher level, never without a word why. */
export const escalate: Command = {
  name: 'escalate',
  translations: { es: ['escalar'], de: ['eskalieren'], fr: ['escalader'], pt: ['escalar'] },
  args: '[L2|L3] ["reason"]',
  roles: insiders,
  class: 'C3',
  help: 'Hands the ticket to the next level, or to the one you name, with the reason: the words behind it, else your text, which then stays inside.',
  inTitle: true,
  fits: ({ state, level }) => state !== 'closed' && level !== 'L3',
  perform: (words, scene) => {
    const { level } = scene.ticket;
    const named = levelIn(words[0]);
    const to = named ?? next[level ?? 'L1'];
    const reason = named === null ? words : words.slice(1);
    const refused = (problem: string, expected: string, suggestions: readonly string[]) =>
      ({ kind: 'refused', problem, expected, ...(words[0] && { word: words[0] }), suggestions }) as const;
    if (to === undefined) return refused('L3 is the highest level', 'a ticket of L1 or L2', ['assign L3']);
    if (named !== null && named < (level ?? 'L1'))
      return refused(`${named} is below ${level}`, 'a higher level', [`level ${named}`]);
    if (reason.length === 0 && scene.text === '' && level !== to)
      return refused('the next holder needs to know why', 'a reason behind it, or as text of the mail', [`escalate ${to} "…"`]);
    return handOver('escalate', to, reason, scene);
  },
};

const next: Readonly<Record<string, string | undefined>> = { L1: 'L2', L2: 'L3' };
