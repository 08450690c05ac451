import type { z } from 'zod';
import type { Path } from './complaint.ts';

type Issue = z.core.$ZodIssue;

/** One thing wrong at one place. */
export type Mistake = {
  path: Path;
  isAboutKey: boolean;
  kind: 'unknown key' | 'wrong value';
  /** "expected …" */
  message: string;
  /** The words that would have been right, where there is a closed list of them. */
  choices: readonly string[];
};

/** Breaks an issue of the schema into single mistakes; of a value with several forms, only what concerns the form that was meant. */
export function mistakesOf(issue: Issue, above: Path = []): Mistake[] {
  const path = [...above, ...issue.path.filter((step) => typeof step !== 'symbol')];
  const wrong = { path, isAboutKey: false, kind: 'wrong value', message: issue.message, choices: [] } as const;
  switch (issue.code) {
    case 'unrecognized_keys':
      return issue.keys.map((key) => ({ ...wrong, path: [...path, key], isAboutKey: true, kind: 'unknown key' }));
    case 'invalid_key':
      return [{ ...wrong, isAboutKey: true, message: issue.issues[0]?.message ?? issue.message }];
    case 'invalid_value':
      return [{ ...wrong, choices: issue.values.map(String) }];
    case 'invalid_union': {
      const meant = issue.errors.filter((branch) => !branch.some(isOtherForm));
      const [only] = meant;
      if (meant.length === 1 && only) return only.flatMap((inner) => mistakesOf(inner, path));
      return [
        {
          ...wrong,
          choices: issue.errors.flat().flatMap((inner) => (inner.code === 'invalid_value' ? inner.values.map(String) : [])),
        },
      ];
    }
    default:
      return [wrong];
  }
}

/** The value is not of this branch at all: a text where a mapping stands. */
const isOtherForm = ({ path, code }: Issue) => path.length === 0 && (code === 'invalid_type' || code === 'invalid_value');
