/** More would be a list, not a name. */
const most = 4;
const longest = 32;

/**
 * What sets a sample apart from the first of its template, in a few words: `not proved, without customerName,
 * whoseTurn: nobody`.
 */
export function differences(first: Readonly<Record<string, unknown>>, sample: Readonly<Record<string, unknown>>): string {
  const keys = [...new Set([...Object.keys(sample), ...Object.keys(first)])];
  const different = keys.filter((key) => JSON.stringify(first[key]) !== JSON.stringify(sample[key]));
  const words = different.map((key) => inWords(key, sample[key]));
  return [...words.slice(0, most), ...(words.length > most ? ['…'] : [])].join(', ');
}

function inWords(key: string, value: unknown): string {
  if (value === '' || value === undefined || value === null) return `without ${key}`;
  if (value === true) return key;
  if (value === false) return `not ${key}`;
  if (Array.isArray(value)) return value.length === 0 ? `without ${key}` : `${value.length} ${key}`;
  return typeof value === 'object' ? `another ${key}` : `${key}: ${short(String(value))}`;
}

function short(text: string): string {
  const [line = ''] = text.split('\n');
  return line.length < text.length || line.length > longest ? `${line.slice(0, longest)}…` : line;
}
