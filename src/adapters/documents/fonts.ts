import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';

/** The faces that letters and charts are set in, as files: they come with their packages. */
export const fontFiles = {
  regular: fileURLToPath(import.meta.resolve('@expo-google-fonts/noto-sans/400Regular/NotoSans_400Regular.ttf')),
  bold: fileURLToPath(import.meta.resolve('@expo-google-fonts/noto-sans/700Bold/NotoSans_700Bold.ttf')),
  devanagari: fileURLToPath(
    import.meta.resolve('@expo-google-fonts/noto-sans-devanagari/400Regular/NotoSansDevanagari_400Regular.ttf'),
  ),
  devanagariBold: fileURLToPath(
    import.meta.resolve('@expo-google-fonts/noto-sans-devanagari/700Bold/NotoSansDevanagari_700Bold.ttf'),
  ),
} as const;

export type Face = keyof typeof fontFiles;

/** The bytes of a face, read once. */
export async function fontBytes(face: Face): Promise<Uint8Array> {
  const bytes = known.get(face) ?? (await readFile(fontFiles[face]));
  known.set(face, bytes);
  return bytes;
}

const known = new Map<Face, Uint8Array>();
