/** Where in an SMTP dialogue the sink can refuse: at a command, or after the final dot. */
export type Stage = 'EHLO' | 'AUTH' | 'MAIL' | 'RCPT' | 'DATA' | 'DOT';
export type Refusal = { code: number; text: string };

/** What may happen to a mail after its final dot instead of a 250. */
export type Mishap = 'stall' | 'cut-before' | 'cut-after';

/** The answers a test wants from the sink, each as often as it was asked for, in the order of asking. */
export type Script = {
  /** `times`: how many answers; `Infinity` until `behave()`. For RCPT, `onlyFor` limits it to one recipient. */
  refuse(stage: Stage, code: number, text: string, times?: number, onlyFor?: string): void;
  /** Takes no mail and gives no answer after the dot; the connection stays open until the client goes. */
  stallAfterDot(times?: number): void;
  /** Takes the mail (it is recorded) and cuts the connection instead of saying 250: the answer is lost. */
  cutBefore250(times?: number): void;
  /** Says 250 and cuts the connection at once. */
  cutAfter250(times?: number): void;
  /** Drops everything that was scripted. */
  behave(): void;
};

type Line = { at: Stage | Mishap; left: number; refusal: Refusal; onlyFor: string | undefined };

/** A script, and the two questions the sink asks of it. */
export function newScript() {
  let lines: Line[] = [];
  const nothing = { code: 0, text: '' };
  const add = (at: Stage | Mishap, refusal: Refusal, times: number, onlyFor?: string) => {
    lines.push({ at, left: times, refusal, onlyFor });
  };
  const next = (at: Stage | Mishap, recipient?: string) => {
    const line = lines.find((one) => one.at === at && one.left > 0 && (!one.onlyFor || one.onlyFor === recipient));
    if (line) line.left--;
    return line;
  };
  const script: Script = {
    refuse: (stage, code, text, times = 1, onlyFor) => add(stage, { code, text }, times, onlyFor),
    stallAfterDot: (times = 1) => add('stall', nothing, times),
    cutBefore250: (times = 1) => add('cut-before', nothing, times),
    cutAfter250: (times = 1) => add('cut-after', nothing, times),
    behave: () => {
      lines = [];
    },
  };
  return {
    script,
    refusalAt: (stage: Stage, recipient?: string): Refusal | undefined => next(stage, recipient)?.refusal,
    mishap: (): Mishap | undefined => (['stall', 'cut-before', 'cut-after'] as const).find((one) => next(one)),
  };
}
