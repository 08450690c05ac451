/** `well`; `look`: something a person should know, which stops nothing; `trouble`: something that has to be mended. */
export type Finding = { check: string; state: 'well' | 'look' | 'trouble'; found: string; todo: string };

export const well = (check: string, found: string): Finding => ({ check, state: 'well', found, todo: '' });
export const look = (check: string, found: string, todo: string): Finding => ({ check, state: 'look', found, todo });
export const trouble = (check: string, found: string, todo: string): Finding => ({ check, state: 'trouble', found, todo });
