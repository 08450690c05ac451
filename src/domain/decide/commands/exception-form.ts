import { readSections } from '../../sections.ts';
import type { Word } from '../grammar/words.ts';
import type { Scene } from './command.ts';

/** What was written behind the headings that the button of an exception puts into a mail: as if it were typed in its line. */
export function filledIn({ text, workflow }: Pick<Scene, 'text' | 'workflow'>): {
  words: Word[];
  when: string | null;
  text: string;
} {
  const labels = Object.fromEntries(headings.map((name) => [name, workflow.typed?.fields[name] ?? [name]]));
  const { rest, sections } = readSections(text, labels);
  const said = (name: string) => (sections.get(name) ?? []).join(' ').trim();
  const words = Object.entries(typedAs).flatMap(([name, key]) => {
    const value = said(name);
    return value === '' ? [] : [key, value];
  });
  return {
    words: words.map((word) => ({ text: word, at: 0 })),
    when: said('when') || null,
    text: [said('reason'), rest.join('\n').trim()].filter((part) => part !== '').join('\n'),
  };
}

const typedAs = { who: 'by', how: 'via', until: 'until' } as const;
const headings = ['who', 'when', 'how', 'until', 'reason', 'extent'] as const;
