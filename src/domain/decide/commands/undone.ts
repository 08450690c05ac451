/** Events of the journal that take something back: `undo` takes none of them back again. */
export const takesBack = (event: string | undefined): boolean => event === 'undone' || event === 'answer-undone';
