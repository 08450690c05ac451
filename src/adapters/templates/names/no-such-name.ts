import { nearest } from '../../../domain/nearest.ts';

/** What to say of a name that a template uses and is not given. */
export function noSuchName(name: string, given: readonly string[]): string {
  const [near] = nearest(name, given, 1);
  const meant = near === undefined ? '' : `; did you mean "${near}"?`;
  const names = [...given].sort().join(', ');
  return `there is no "${name}" here${meant}${names === '' ? '' : `${meant === '' ? ';' : ''} the template is given ${names}`}`;
}
