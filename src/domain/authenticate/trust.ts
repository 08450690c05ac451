/**
 * What is known of a source that we trust by name: whether it keeps forged lines out, and whether it goes on writing its
 * own. The store keeps it. Instants are epoch ms.
 */
export type Trust = {
  /** As `authentication.trusted` names it. */
  source: string;
  /** Mails in a row without its line, and with it; counted no further than it matters. */
  lacking: number;
  bearing: number;
  /** When a mail last bore its line, to the hour; null: none so far. */
  wrote: number | null;
  /** Since when we know that it lets forged lines through; null: it does not. */
  forged: number | null;
  /** Since when its line is missing; null: it is not. */
  silent: number | null;
  /** Our own test of it. */
  probe: {
    /** Of the last one, 0 where none was sent. */
    number: number;
    sent: number | null;
    /** When that one came back; null while it is on its way, or lost. */
    back: number | null;
    /** What it showed; `elsewhere`: it came by a way where this source counts for nothing, and showed nothing. */
    found: 'clean' | 'forged' | 'elsewhere' | null;
    due: number;
  };
};

/** What a probe that came back shows. */
export type ProbeResult = { forged: boolean; wrote: boolean };

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

/** So many mails in a row without the line: the border has stopped writing it. */
const missing = 20;
/** So many in a row with it, where no probe can tell: the border writes again. */
const restored = 10;
/** A probe that took longer is lost and says nothing. */
export const probePatience = hour;
/** Whoever writes to us may make us test the border, but not as often as they please. */
const leastPause = 10 * minute;
/** After a start everything else comes first. */
const settled = 2 * minute;

/** Of a source that was named just now: it is to be tested at once. */
export const newTrust = (source: string): Trust => ({
  ...{ source, lacking: 0, bearing: 0, wrote: null, forged: null, silent: null },
  probe: { number: 0, sent: null, back: null, found: null, due: 0 },
});

/** Whether what this source says proves nobody. */
export const isDoubted = ({ forged, silent }: Trust): boolean => forged !== null || silent !== null;

/**
 * What one more mail says of the border. A line that shows up again after a silence may be forged: then a probe decides,
 * and only where none can, many such lines in a row.
 *
 * @param probing whether we send probes
 */
export function afterMail(trust: Trust, wrote: boolean, now: number, probing: boolean): Trust {
  const lacking = wrote ? 0 : Math.min(trust.lacking + 1, missing);
  const bearing = wrote ? Math.min(trust.bearing + 1, restored) : 0;
  const isNews = wrote && (trust.wrote === null || trust.silent !== null || now - trust.wrote >= hour);
  const counted = { ...trust, lacking, bearing, wrote: isNews ? now : trust.wrote };
  if (trust.silent === null) return lacking < missing ? counted : probeSoon({ ...counted, silent: now }, now);
  if (!wrote) return counted;
  const canTell = probing && !isLost(trust, now);
  return !canTell && bearing >= restored ? { ...counted, silent: null } : probeSoon(counted, now);
}

/**
 * What a probe that came back says of the border: a clean one ends every doubt, but a silence only once its line was seen.
 *
 * @param found null where it came back by a way on which this source counts for nothing
 */
export function afterProbe(trust: Trust, found: ProbeResult | null, now: number): Trust {
  const probe = { ...trust.probe, back: now };
  if (found === null) return { ...trust, probe: { ...probe, found: 'elsewhere' } };
  const { forged, wrote } = found;
  if (forged)
    return { ...trust, forged: trust.forged ?? now, probe: { ...probe, found: 'forged', due: Math.min(probe.due, now + hour) } };
  const isHeard = wrote || (trust.silent !== null && trust.wrote !== null && trust.wrote > trust.silent);
  const clean = { ...trust, forged: null, wrote: wrote ? now : trust.wrote, probe: { ...probe, found: 'clean' as const } };
  return isHeard ? { ...clean, silent: null, lacking: 0 } : clean;
}

/** The next one follows in a day; within the hour where the last word on the border was a bad one. */
export const probeSent = (trust: Trust, number: number, now: number): Trust => ({
  ...trust,
  probe: { number, sent: now, back: null, found: null, due: now + (isDoubted(trust) ? hour : day) },
});

/** When the next probe leaves: when it is due, and some time after a start, since whatever was changed may matter. */
export function probeTime({ probe: { due, sent } }: Trust, started: number): number {
  if (sent !== null && sent >= started) return due;
  return Math.max(started + settled, sent === null ? due : Math.min(due, sent + hour));
}

/** What changed for those who look after the desk; null where nothing did. */
export function trustNews(before: Trust, after: Trust): 'forged' | 'silent' | 'well' | null {
  if (before.forged === null && after.forged !== null) return 'forged';
  if (before.silent === null && after.silent !== null) return 'silent';
  return isDoubted(before) && !isDoubted(after) ? 'well' : null;
}

/** Why a source proves nobody, as evidence says it; '' where it does. */
export function doubtOf({ forged, silent, wrote }: Trust): string {
  if (forged !== null) return `not believed: a test mail with a forged line came through on ${dayOf(forged)}`;
  if (silent === null) return '';
  const last = wrote === null || wrote > silent ? '' : `; the last mail before with it came on ${dayOf(wrote)}`;
  return `not believed: its line was found missing on ${dayOf(silent)}${last}`;
}

const isLost = ({ probe: { sent, back } }: Trust, now: number): boolean =>
  sent !== null && back === null && now - sent >= probePatience;

function probeSoon(trust: Trust, now: number): Trust {
  const { due, sent } = trust.probe;
  const soon = Math.max(now, (sent ?? 0) + leastPause);
  return due <= soon ? trust : { ...trust, probe: { ...trust.probe, due: soon } };
}

const dayOf = (at: number): string => new Date(at).toISOString().slice(0, 10);
