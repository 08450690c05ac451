import type { DnsAnswer } from '../../../domain/authenticate/verification.ts';

/** One DNS question. A failure is an Error whose `code` is `ENOTFOUND`, `ENODATA` or what else went wrong. */
export type Resolve = (name: string, type: string) => Promise<readonly unknown[]>;

/** Questions that one mail may cause: ten signatures, SPF's ten look-ups, the walks of DMARC. */
const mostQuestions = 150;
/** Letters kept of a record, and of all answers to one mail: they are stored with it. */
const mostOfRecord = 4_096;
const mostKept = 65_536;

/**
 * DNS as one mail asks it: every question together within `deadline` ms, the same one asked once, and each answer noted.
 * What is late or too much fails as a time-out, which is nobody's proof and nobody's fault.
 */
export function askedDns(resolve: Resolve, deadline: number): { ask: Resolve; answers: DnsAnswer[]; done(): void } {
  const answers: DnsAnswer[] = [];
  const asked = new Map<string, Promise<readonly unknown[]>>();
  let kept = 0;
  const note = (noted: DnsAnswer): void => {
    kept += noted.name.length + noted.answer.reduce((sum, { length }) => sum + length, 0);
    if (kept <= mostKept) answers.push(noted);
  };
  let late: (error: Error) => void = () => {};
  const isLate = new Promise<never>((_, reject) => (late = reject));
  isLate.catch(() => {});
  const timer = setTimeout(() => late(trouble('ETIMEOUT')), deadline);
  const askOnce = async (name: string, type: string): Promise<readonly unknown[]> => {
    try {
      if (asked.size > mostQuestions) throw trouble('ETOOMANY');
      const answer = await Promise.race([resolve(name, type), isLate]);
      note({ name, type, answer: answer.map(inWords), error: '' });
      return answer;
    } catch (error) {
      note({ name, type, answer: [], error: codeOf(error) });
      throw error;
    }
  };
  return {
    answers,
    done: () => clearTimeout(timer),
    ask(name, type) {
      const question = `${type} ${name.toLowerCase()}`;
      const first = asked.get(question) ?? askOnce(name, type);
      asked.set(question, first);
      return first;
    },
  };
}

/** A TXT record is a list of pieces that belong together; an MX record names its exchange. */
function inWords(record: unknown): string {
  if (Array.isArray(record)) return record.join('').slice(0, mostOfRecord);
  if (typeof record === 'object' && record !== null && 'exchange' in record) return String(record.exchange);
  return String(record).slice(0, mostOfRecord);
}

const trouble = (code: string): Error => Object.assign(new Error(`DNS: ${code}`), { code });

const codeOf = (error: unknown): string =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : 'EUNKNOWN';
