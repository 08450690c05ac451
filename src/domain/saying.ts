/**
 * A sentence for a person, printed in their language when their mail is written: its English words with `{1}`, `{2}` in the
 * gaps, and what goes into these. Plain data: it stands as JSON in the outbox.
 */
export type Saying = { say: string; of: readonly Part[] };

/** What goes into a gap: something as it is, words that are translated too, or a name that has words in each language. */
export type Part = string | number | Saying | { value: string } | Label;

/** A name of a process, by its place in the language files: `states.set-up` of `quote-first`. */
export type Label = { label: string; process: string };

/** The name itself, where no language has words for it: `set-up`. */
export const bareName = ({ label }: Pick<Label, 'label'>): string => label.slice(label.lastIndexOf('.') + 1);

/** Words for a person: say('already yours'), or with gaps: say`nobody here is “${name}”`. */
export function say(words: string | TemplateStringsArray, ...of: readonly Part[]): Saying {
  const sentence = typeof words === 'string' ? words : words.reduce((before, after, gap) => `${before}{${gap}}${after}`);
  return { say: sentence, of };
}

/** A value of a field, a ticket's state: `high` is read as the word that a language has for it, and typed as it is. */
export const valued = (value: string): Part => ({ value });

/** Several, one behind the other. */
export const listed = (parts: readonly Part[], between = ', '): Saying => ({
  say: parts.map((_part, at) => `{${at + 1}}`).join(between),
  of: parts,
});

/** `ann, bo or cy`. */
export const either = (parts: readonly Part[]): Part => {
  const [last = '', ...before] = parts.toReversed();
  return before.length === 0 ? last : say`${listed(before.toReversed())} or ${last}`;
};

/** As documentation, logs and the command line print it. */
export const inEnglish = (said: Part): string =>
  printed(said, { sentence: asItIs, text: asItIs, value: asItIs, label: bareName });

const asItIs = (text: string): string => text;

export type Print = Record<'sentence' | 'text' | 'value', (words: string) => string> & { label(label: Label): string };

/** Prints words: `sentence` gives them in a language, gaps left in; the others show what goes into these. */
export function printed(said: Part, print: Print): string {
  if (typeof said !== 'object') return print.text(String(said));
  if ('value' in said) return print.value(said.value);
  if ('label' in said) return print.label(said);
  return print
    .sentence(said.say)
    .replace(/\{(\d+)\}/g, (_gap, number: string) => printed(said.of[Number(number) - 1] ?? '', print));
}
