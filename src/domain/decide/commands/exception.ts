import type { Exception } from '../../contract/exception.ts';
import { nearest } from '../../nearest.ts';
import { listed, type Saying, say } from '../../saying.ts';
import type { Person } from '../../settings.ts';
import type { TicketChange } from '../../ticket.ts';
import { printWhen, readWhen, whenAtStart } from '../grammar/when.ts';
import type { Word } from '../grammar/words.ts';
import { readValue } from '../values/read-value.ts';
import { type Command, type Deed, insiders, type Scene } from './command.ts';
import { filledIn } from './exception-form.ts';
import { zoneOf } from './hold.ts';

/** Work on a ticket that no contract pays for: asked of the manager, granted or refused, each with who, when and how. */
export const exception: Command = {
  name: 'exception',
  translations: {
    es: ['excepción', 'excepcion'],
    de: ['ausnahme'],
    fr: ['dérogation', 'derogation'],
    pt: ['exceção', 'excecao'],
  },
  args: 'ask|approve|refuse ["reason"] [by WHO via phone|chat|meeting] [until DATE]',
  roles: insiders,
  class: 'C4',
  help: say(
    'Support without a contract: `ask` puts it to the manager with the reason; a manager says `approve` or `refuse`, and what they said otherwise is recorded with `by mona via phone`. It is for this ticket, or with `until DATE` for all of the customer’s until then.',
  ),
  inTitle: false,
  fits: ({ state }) => state !== 'closed',
  perform: (words, scene) => {
    const deed = readValue(words[0]?.text ?? '', ['ask', 'approve', 'refuse']);
    if (deed.kind !== 'one') return refused(say('`exception` needs ask, approve or refuse'), words[0], ['exception ask "…"']);
    const filled = filledIn(scene);
    const read = readRest([...words.slice(1), ...filled.words], { ...scene, text: filled.text });
    if ('problem' in read) return { kind: 'refused', ...read };
    return decideOn(deed.value, { ...read, when: read.when ?? filled.when }, scene);
  },
};

const refused = (problem: Saying, word: Word | undefined, suggestions: readonly string[]): Deed => ({
  ...{ kind: 'refused', problem, expected: say('who says so, why, and how far it goes') },
  ...(word && { word }),
  suggestions,
});

type Via = Exception['via'];
type Rest = { by: string | null; via: Via | null; until: string | null; when: string | null; reason: string };
type Wrong = { problem: Saying; expected: Saying; word?: Word; suggestions: readonly string[] };

/** `by mona via phone on monday "a good customer" until 2026-12-31`, in any order; what is left is the reason. */
function readRest(words: readonly Word[], scene: Scene): Rest | Wrong {
  const here = { now: scene.now, zone: zoneOf(scene) };
  const rest: Rest = { by: null, via: null, until: null, when: null, reason: '' };
  const reason: string[] = [];
  for (let at = 0; at < words.length; at++) {
    const [word, next] = [words[at], words[at + 1]];
    const key = word?.text.toLowerCase() ?? '';
    if (key === 'by' && next !== undefined) rest.by = words[++at]?.text ?? null;
    else if (key === 'via' && next !== undefined) {
      const via = readValue(next.text, ['phone', 'chat', 'meeting']);
      if (via.kind !== 'one') return wrong(say`“${next.text}” is no way to say it`, say('phone, chat or meeting'), next);
      rest.via = ways.find((way) => way === via.value) ?? null;
      at++;
    } else if ((key === 'until' || key === 'on') && next !== undefined) {
      const found = whenAtStart(
        words.slice(at + 1).map(({ text }) => text),
        here,
      );
      if (found === null) return wrong(say`“${next.text}” is no date`, say('a date such as 2026-12-31 or +30d'), next);
      if (key === 'until' && found.when.at <= scene.now)
        return wrong(say`${found.when.date} is over`, say('a day to come'), next);
      if (key === 'until') rest.until = found.when.date;
      else rest.when = printWhen(found.when, here.zone);
      at += found.used;
    } else if (word !== undefined) reason.push(word.text);
  }
  return { ...rest, reason: reason.join(' ') || scene.text };
}

const ways = ['phone', 'chat', 'meeting'] as const;

const wrong = (problem: Saying, expected: Saying, word: Word): Wrong => ({ problem, expected, word, suggestions: [] });

function decideOn(deed: string, rest: Rest, scene: Scene): Deed {
  const { actor, settings, records, ticket } = scene;
  if (rest.reason === '')
    return refused(say('it needs a reason: behind it, or as text of the mail'), undefined, [`exception ${deed} "…"`]);
  if (deed === 'ask') return done({ state: 'open', by: null, via: 'mail', recordedBy: null }, rest, scene);
  const managers = settings.people.filter(({ roles }) => roles.includes('manager'));
  const who = rest.by === null ? (managers.includes(actor) ? actor : null) : named(rest.by, managers);
  if (who === null) {
    const near = nearest(
      (rest.by ?? '').toLowerCase(),
      managers.map(({ handle }) => handle),
      3,
    );
    const meant = near.length > 0 ? near : managers.map(({ handle }) => handle).slice(0, 1);
    const problem = rest.by === null ? say('only a manager decides it') : say`no manager is called “${rest.by}”`;
    const forms = meant.map((handle) => `exception ${deed} by ${handle} via phone "…"`);
    return refused(problem, undefined, [...forms, ...(rest.by === null ? ['exception ask "…"'] : [])]);
  }
  const isOwn = who === actor;
  if (!isOwn && rest.via === null)
    return refused(
      say`how did ${who.name} say so?`,
      undefined,
      ways.map((way) => `exception ${deed} by ${who.handle} via ${way} "…"`),
    );
  const state = deed === 'approve' ? 'approved' : 'refused';
  const via = isOwn ? (rest.via ?? 'mail') : (rest.via ?? 'phone');
  const open = records.ofCustomer.exceptions.findLast((one) => one.ticket === ticket.number && one.state === 'open');
  const until = rest.until ?? open?.until ?? null;
  return done({ state, by: who.handle, via, recordedBy: isOwn ? null : actor.handle }, { ...rest, until }, scene);
}

const named = (said: string, managers: readonly Person[]): Person | null =>
  managers.find(({ handle, name }) =>
    [handle, name, name.split(' ')[0] ?? ''].some((one) => one.toLowerCase() === said.toLowerCase()),
  ) ?? null;

type Said = Pick<Exception, 'state' | 'by' | 'via' | 'recordedBy'>;

function done(word: Said, { until, when, reason }: Rest, scene: Scene): Deed {
  const { ticket, now } = scene;
  const made: Exception = {
    ...{ ticket: ticket.number, customer: ticket.customer, ...word },
    ...{ reason, until: ticket.customer === null ? null : until, at: now, evidence: null },
  };
  const said = { open: say('exception asked for'), approved: say('exception approved'), refused: say('exception refused') }[
    word.state
  ];
  return {
    kind: 'done',
    ...fieldsFor(made, when, scene),
    effects: [{ act: 'keep-exception', exception: made }],
    back: [{ act: 'drop-exception', exception: made }],
    event: word.state === 'open' ? 'exception-asked' : `exception-${word.state}`,
    data: { by: word.by, via: word.via, until: made.until, extent: made.until === null ? 'ticket' : 'date' },
    words: { reason },
    text: 'note',
    change: listed([said, ...(word.by === null ? [] : [say`by ${word.by} (${word.via})`]), extentOf(made)], ', '),
  };
}

const extentOf = ({ until, customer }: Exception): Saying =>
  until === null ? say('for this ticket') : say`for all of ${customer ?? say('nobody')} until ${until}`;

/** What a step of the process collects of it, where it has one. */
function fieldsFor(made: Exception, when: string | null, scene: Scene): { set?: TicketChange } {
  const { workflow, ticket, now } = scene;
  if (!workflow.steps.some(({ trigger }) => trigger.kind === 'command' && trigger.command === 'exception')) return {};
  const here = { now, zone: zoneOf(scene) };
  const today = readWhen('+0m', here);
  const all: Readonly<Record<string, string | null>> = {
    ...{ reason: made.reason, extent: made.until === null ? 'ticket' : 'date', until: made.until },
    ...{ who: made.by, how: made.via === 'mail' ? null : made.via },
    when: when ?? (today === null ? null : printWhen(today, here.zone)),
  };
  const known = Object.entries(all).flatMap(([name, value]) =>
    value !== null && Object.hasOwn(workflow.fields, name) ? [[name, value]] : [],
  );
  return { set: { fields: { ...ticket.fields, ...Object.fromEntries(known) } } };
}
