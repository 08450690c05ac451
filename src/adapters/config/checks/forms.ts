import { likely } from '../../../domain/likely.ts';
import { error, type Finding, find, type Place, type World } from './world.ts';

/** Names that a ready answer may have filled in. */
const filled = ['customer', 'agent', 'desk', 'tag', 'title'];

/** Finds what nobody could answer, and names that nothing fills. */
export function checkForms(world: World): Finding[] {
  return [...find(world, 'questionnaires', 'questionnaires.*').flatMap(checkQuestionnaire), ...checkAnswers(world)];
}

function checkQuestionnaire({ tree, path, value }: Place): Finding[] {
  const { questions, levels } = value as { questions?: unknown; levels?: unknown };
  const fields = listOf(questions).map((question) => Reflect.get(question, 'field'));
  const at = (...below: (string | number)[]): Place => ({ tree, path: [...path, ...below], value: null });
  const doubled = fields.flatMap((field, index) =>
    typeof field === 'string' && fields.indexOf(field) < index
      ? [error(at('questions', index, 'field'), `\`${field}\` is the field of question ${fields.indexOf(field) + 1} already`)]
      : [],
  );
  const unknown = listOf(levels).flatMap((level, index) =>
    Object.keys(Reflect.get(level, 'needs') ?? {})
      .filter((name) => !fields.includes(name))
      .map((name) => error(at('levels', index, 'needs', name), noField(name, fields.map(String)))),
  );
  return [...doubled, ...unknown];
}

const listOf = (value: unknown): object[] =>
  Array.isArray(value) ? value.filter((one) => typeof one === 'object' && one !== null) : [];

function noField(name: string, fields: readonly string[]): string {
  const meant = likely(name, fields);
  return `no question has the field \`${name}\`${meant === null ? '' : `, did you mean \`${meant}\`?`}`;
}

function checkAnswers(world: World): Finding[] {
  const texts = [...find(world, 'answers', 'answers.*.text'), ...find(world, 'answers', 'answers.*.text.*')];
  return texts.flatMap((place) => {
    if (typeof place.value !== 'string') return [];
    const names = [...place.value.matchAll(/\{\{\s*([^}]*?)\s*\}\}/g)].map(([, name = '']) => name);
    return names
      .filter((name) => !filled.includes(name))
      .map((name) => {
        const meant = likely(name, filled);
        const known = meant === null ? `known: ${filled.join(', ')}` : `did you mean {{${meant}}}?`;
        return error(place, `nothing fills {{${name}}} (${known})`);
      });
  });
}
