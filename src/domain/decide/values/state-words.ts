import { type Part, type Saying, say } from '../../saying.ts';

const words: Readonly<Record<string, Saying>> = {
  raised: say('raised'),
  paused: say('paused'),
  closed: say('closed'),
};

/** A ticket's state in words. Other states bear the name that the configuration gives them. */
export const stateWord = (state: string): Part => words[state] ?? state;
