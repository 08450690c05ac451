import { isMap, isSeq, parseDocument } from 'yaml';
import type { ImportRow } from '../../../domain/directory/import-row.ts';
import { type Complaint, printComplaint } from '../complaint.ts';
import { examine } from '../examine.ts';
import { readYaml } from '../read-yaml.ts';
import { people as schema } from '../schema/people.ts';

type PersonRow = Extract<ImportRow, { kind: 'person' }>;

/** `people.yaml` with the rows in it, comments and all else as it was; or every reason why it would be no right file. */
export type PeopleFile =
  | {
      kind: 'text';
      text: string;
      changes: readonly { handle: string; change: 'new' | 'changed' | 'same'; keys: readonly string[] }[];
    }
  | { kind: 'wrong'; complaints: readonly string[] };

/** @param text what stands in the file now, '' where there is none */
export async function peopleFile(file: string, text: string, rows: readonly PersonRow[]): Promise<PeopleFile> {
  const doc = parseDocument(text.trim() === '' ? 'people: []\n' : text);
  const known = doc.get('people');
  if (doc.errors.length > 0 || (known !== null && known !== undefined && !isSeq(known)))
    return { kind: 'wrong', complaints: [`${file}: it cannot be read as it stands; maildesk check says more`] };
  if (!isSeq(known)) doc.set('people', doc.createNode([]));
  const changes = rows.map((row) => ({ handle: row.handle, ...written(doc, row) }));
  const next = changes.every(({ change }) => change === 'same') ? text : doc.toString({ lineWidth: 0 });
  const complaints = await complaintsAbout(file, next);
  return complaints.length > 0 ? { kind: 'wrong', complaints } : { kind: 'text', text: next, changes };
}

function written(doc: ReturnType<typeof parseDocument>, { handle, given }: PersonRow) {
  const list = doc.get('people');
  const items = isSeq(list) ? list.items : [];
  const found = items.find((item) => isMap(item) && item.get('handle') === handle);
  if (!isMap(found)) {
    if (isSeq(list)) {
      list.flow = false;
      list.add(doc.createNode({ handle, ...given }, { flow: true }));
    }
    return { change: 'new' as const, keys: Object.keys(given) };
  }
  const keys = Object.entries(given).filter(([key, value]) => JSON.stringify(plain(found.get(key))) !== JSON.stringify(value));
  for (const [key, value] of keys) found.set(key, doc.createNode(value, { flow: true }));
  return { change: keys.length > 0 ? ('changed' as const) : ('same' as const), keys: keys.map(([key]) => key) };
}

const plain = (value: unknown): unknown => (isSeq(value) || isMap(value) ? value.toJSON() : value);

async function complaintsAbout(file: string, text: string): Promise<string[]> {
  const reading = readYaml(file, text);
  const first: readonly Complaint[] = reading.complaints;
  if (reading.kind === 'unreadable') return first.map(printComplaint);
  const { complaints } = await examine(schema, reading.tree, {});
  // Secrets of the people who stand there already are the environment's, not ours to judge.
  return [...first, ...complaints.filter(({ path }) => !path.endsWith('password'))].map(printComplaint);
}
