/** Milliseconds, largest first. A day here is 24 h; where a calendar is named, its reader counts working days instead. */
const units = { d: 86_400_000, h: 3_600_000, m: 60_000, s: 1_000, ms: 1 } as const;
type Unit = keyof typeof units;

/** What a bare number after a unit counts: `1h30` is an hour and thirty minutes. */
const below: Partial<Record<Unit, Unit>> = { h: 'm', m: 's' };

const part = /(\d+(?:\.\d+)?)(ms|[dhms])\s*/y;
const tail = /(\d+)$/y;

/**
 * Reads a duration as people write it: `30s`, `5m`, `2h`, `4d`, `1h30`, `1.5h`, `1d 12h`; larger units first, each once.
 *
 * @returns milliseconds (whole), or `null` when the text is no duration
 */
export function parseDuration(text: string): number | null {
  const input = text.trim().toLowerCase();
  const seen: Unit[] = [];
  let total = 0;
  let at = 0;
  while (at < input.length) {
    const step = partAt(input, at, seen.at(-1));
    if (step === null) return null;
    total += step.amount * units[step.unit];
    seen.push(step.unit);
    at = step.end;
  }
  return seen.length > 0 && isDescending(seen) && total <= Number.MAX_SAFE_INTEGER ? Math.round(total) : null;
}

/**
 * Writes milliseconds the way `parseDuration` reads them: `1h30m`, `45s`, `2d`; zero is `0s`.
 *
 * @throws {RangeError} on what is not a whole, non-negative number of milliseconds
 */
export function formatDuration(duration: number): string {
  if (!Number.isSafeInteger(duration) || duration < 0) throw new RangeError(`expected whole milliseconds, got ${duration}`);
  let rest = duration;
  let text = '';
  for (const [unit, size] of Object.entries(units)) {
    const count = Math.floor(rest / size);
    if (count > 0) text += `${count}${unit}`;
    rest -= count * size;
  }
  return text || '0s';
}

type Step = { amount: number; unit: Unit; end: number };

function partAt(input: string, at: number, previous: Unit | undefined): Step | null {
  part.lastIndex = at;
  const whole = part.exec(input);
  const unit = whole?.[2];
  if (isUnit(unit)) return { amount: Number(whole?.[1]), unit, end: part.lastIndex };

  tail.lastIndex = at;
  const bare = tail.exec(input);
  const implied = previous && below[previous];
  return bare && implied ? { amount: Number(bare[1]), unit: implied, end: tail.lastIndex } : null;
}

const isUnit = (text: string | undefined): text is Unit => text !== undefined && Object.hasOwn(units, text);

const isDescending = (seen: readonly Unit[]) => seen.every((unit, i) => i === 0 || units[unit] < units[seen[i - 1] ?? 'd']);
