/** The data of a journal line for people: `from: nobody, to: maria`. */
export const valuesOf = (data: Readonly<Record<string, unknown>>): string =>
  Object.entries(data)
    .filter(([, value]) => value !== null)
    .map(([key, value]) => `${key}: ${shown(value)}`)
    .join(', ');

function shown(value: unknown): string {
  if (Array.isArray(value)) return value.map(shown).join('; ');
  return typeof value === 'string' ? value : JSON.stringify(value);
}
