import type { TemplateFile } from '../template-files.ts';

/** Files whose reading is kept; the shipped ones are about fifty. Beyond it all are forgotten, so that nothing grows. */
const most = 500;

/** The same reader, which reads a file again only when its content is another: a reload changes one file, seldom two. */
export function byContent<T>(read: (file: TemplateFile) => T): (file: TemplateFile) => T {
  const known = new Map<string, T>();
  return (file) => {
    const key = `${file.file}\n${file.content}`;
    const before = known.get(key);
    if (before !== undefined) return before;
    const value = read(file);
    if (known.size >= most) known.clear();
    known.set(key, value);
    return value;
  };
}
