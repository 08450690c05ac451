/** Something wrong with a process, and where in its file: keys and list positions from the top. */
export type Finding = {
  weight: 'error' | 'warning';
  path: readonly (string | number)[];
  /** The name of the key is meant, not what stands behind it. */
  isAboutKey?: true;
  message: string;
};
