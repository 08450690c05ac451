/** `well`; `look`: something a person should know, which stops nothing; `trouble`: something that has to be mended. */
export type Finding = { check: string; state: 'well' | 'look' | 'trouble'; found: string; todo: string };

/** As it should be. */
export const well = (check: string, found: string): Finding => ({ check, state: 'well', found, todo: '' });
/** For a person to know of. */
export const look = (check: string, found: string, todo: string): Finding => ({ check, state: 'look', found, todo });
/** To be mended; `todo` says how, where that is known. */
export const trouble = (check: string, found: string, todo: string): Finding => ({ check, state: 'trouble', found, todo });
