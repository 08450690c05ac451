import { readFolder } from './read-folder.ts';

/** Writes exported tickets, and reads them again: into a folder, or a zip where the name says so. */
export const bundles = {
  bundleWriter: async (target: string, at: number) =>
    /\.zip$/i.test(target)
      ? (await import('./write-zip.ts')).zipWriter(target, at)
      : (await import('./write-folder.ts')).folderWriter(target),
  readBundle: readFolder,
};
