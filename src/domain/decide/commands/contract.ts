import { dayOf } from '../../contract/term.ts';
import { renewed } from '../../directory/merge.ts';
import type { Effect } from '../../effect.ts';
import { nearest } from '../../nearest.ts';
import { listed, type Saying, say } from '../../saying.ts';
import type { ContractSettings, Role } from '../../settings.ts';
import { calledBy, customerCalled } from '../customers-called.ts';
import { readWhen, whenAtStart } from '../grammar/when.ts';
import type { Word } from '../grammar/words.ts';
import { readValue } from '../values/read-value.ts';
import { type Command, type Deed, type DeskScene, insiders } from './command.ts';
import { zoneOf } from './hold.ts';

/** Contracts of customers: listed, added, renewed. A renewal lets every ticket go on that waits for one. */
export const contract: Command = {
  name: 'contract',
  translations: { es: ['contrato'], de: ['vertrag'], fr: ['contrat'], pt: ['contrato'] },
  args: '[CUSTOMER] | renew NUMBER until DATE | add NUMBER KIND from DATE until DATE [customer ID] [hours=40] [incidents=10] [covers=incident,question]',
  roles: insiders,
  class: 'C4',
  help: say(
    'Lists the contracts of a customer, that of the ticket where none is named. Sales, managers and admins record a renewal with `renew NUMBER until DATE`, which lets every ticket go on that waits for it, and a new contract with `add`.',
  ),
  inTitle: false,
  fits: () => true,
  reads: ([first, number]) => (isDeed(first, 'renew') && number !== undefined ? { kind: 'contract', number: number.text } : null),
  anywhere: (words, scene) => perform(words, scene, null),
  perform: (words, scene) => perform(words, scene, scene.ticket.customer),
};

const isDeed = (word: Word | undefined, deed: 'renew' | 'add'): boolean => {
  const read = readValue(word?.text ?? '', ['renew', 'add']);
  return word !== undefined && read.kind === 'one' && read.value === deed;
};

function perform(words: readonly Word[], scene: DeskScene, customer: string | null): Deed {
  const [first, ...rest] = words;
  const may: readonly Role[] = ['sales', 'manager', 'admin'];
  const changes = isDeed(first, 'renew') || isDeed(first, 'add');
  if (changes && !scene.actor.roles.some((role) => may.includes(role)))
    return refused(say`a contract is recorded by ${listed([...may])}`, first, ['contract']);
  if (isDeed(first, 'renew')) return renew(rest, scene);
  return isDeed(first, 'add') ? add(rest, scene, customer) : list(words, scene, customer);
}

const refused = (problem: Saying, word: Word | undefined, suggestions: readonly string[]): Deed => ({
  ...{ kind: 'refused', problem, expected: say('such as contract renew AMC-2026-017 until 2027-12-31') },
  ...(word && { word }),
  suggestions,
});

function list(words: readonly Word[], { settings, lookups }: DeskScene, customer: string | null): Deed {
  const said = calledBy(words);
  const id = said === '' ? customer : (customerCalled(said, settings, lookups)?.id ?? null);
  const found = settings.customers.find((one) => one.id === id);
  if (found === undefined)
    return refused(said === '' ? say('no customer is named') : say`no customer is called “${said}”`, words[0], []);
  if (found.contracts.length === 0) return { kind: 'done', change: say`${found.name} has no contract on record` };
  return { kind: 'done', change: listed(found.contracts.map(inWords), '; ') };
}

const inWords = ({ number, kind, starts, ends, covers, hours, incidents }: ContractSettings): Saying =>
  listed(
    [
      say`${number} (${kind}) ${starts} – ${ends}`,
      ...(covers.length > 0 ? [say`covers ${listed([...covers])}`] : []),
      ...(hours === null ? [] : [say`${hours} h`]),
      ...(incidents === null ? [] : [say`${incidents} tickets`]),
    ],
    ', ',
  );

function renew([number, until, ...date]: readonly Word[], scene: DeskScene): Deed {
  const { settings, actor, now } = scene;
  const all = settings.customers.flatMap((owner) => owner.contracts.map((one) => ({ owner, one })));
  const found = all.find(({ one }) => one.number.toLowerCase() === number?.text.toLowerCase());
  if (found === undefined) {
    const near = nearest(
      number?.text ?? '',
      all.map(({ one }) => one.number),
      3,
    );
    const problem =
      number === undefined ? say('the number of the contract is missing') : say`there is no contract “${number.text}”`;
    return refused(
      problem,
      number,
      near.map((one) => `contract renew ${one} until …`),
    );
  }
  const { owner, one } = found;
  const day = until !== undefined && /^(?:until|till)$/i.test(until.text) ? readDay(date, scene) : null;
  if (day === null)
    return refused(say('the new last day is missing: `until DATE`'), until, [`contract renew ${one.number} until …`]);
  if (day === one.ends) return { kind: 'done', change: say`${one.number} runs until ${day} already` };
  if (day < one.ends) return refused(say`it runs until ${one.ends} already`, date[0], []);
  const renewal = { number: one.number, was: one.ends, until: day, by: actor.handle, at: now };
  return {
    kind: 'done',
    effects: [{ act: 'keep-renewal', renewal }],
    back: [{ act: 'drop-renewal', renewal }],
    event: 'contract-renewed',
    data: { contract: one.number, customer: owner.id, was: one.ends, until: day },
    renews: { customer: owner.id, contract: renewed(one, [renewal]) },
    change: say`${one.number} of ${owner.name}: until ${one.ends} → ${day}`,
  };
}

const readDay = (words: readonly Word[], { now, actor, settings }: DeskScene): string | null =>
  readWhen(words.map(({ text }) => text).join(' '), { now, zone: zoneOf({ actor, settings }) })?.date ?? null;

/** `AMC-9 amc from 2026-01-01 until 2026-12-31 customer globex hours=40`. */
function add([number, kind, ...rest]: readonly Word[], scene: DeskScene, customer: string | null): Deed {
  const { settings, lookups, now } = scene;
  const said = readTerms(rest, scene);
  if (number === undefined || kind === undefined) return refused(say('a contract has a number and a kind'), number, []);
  if ('wrong' in said) return refused(said.wrong, said.word, []);
  const id = said.customer === null ? customer : (customerCalled(said.customer, settings, lookups)?.id ?? null);
  const owner = settings.customers.find((one) => one.id === id);
  if (owner === undefined) return refused(say('whose contract is it? `customer ID`'), number, []);
  const other = settings.customers.find(({ contracts }) => contracts.some((one) => one.number === number.text));
  if (other !== undefined)
    return refused(say`${other.name} has a contract ${number.text} already`, number, [`contract renew ${number.text} until …`]);
  const starts = said.from ?? dayOf(now, owner.timezone ?? settings.desk.timezone);
  if (said.until === null || said.until < starts)
    return refused(say('the last day is missing, or before the first'), undefined, []);
  const made: ContractSettings = {
    ...{ number: number.text, kind: kind.text, starts, ends: said.until, covers: said.covers },
    ...{ hours: said.hours, incidents: said.incidents, sites: [], products: [] },
  };
  const effects: Effect[] = [{ act: 'keep-contract', customer: owner.id, contract: made }];
  return {
    kind: 'done',
    effects,
    back: [{ act: 'drop-contract', number: made.number }],
    event: 'contract-added',
    data: { contract: made.number, customer: owner.id, starts, ends: made.ends },
    renews: { customer: owner.id, contract: made },
    change: say`${owner.name}: ${inWords(made)}`,
  };
}

type Terms = Pick<ContractSettings, 'covers' | 'hours' | 'incidents'> & {
  from: string | null;
  until: string | null;
  customer: string | null;
};

function readTerms(words: readonly Word[], scene: DeskScene): Terms | { wrong: Saying; word: Word | undefined } {
  const here = { now: scene.now, zone: zoneOf(scene) };
  const terms: Terms = { from: null, until: null, customer: null, covers: [], hours: null, incidents: null };
  for (let at = 0; at < words.length; at++) {
    const word = words[at];
    const key = word?.text.toLowerCase() ?? '';
    const [, name = '', value = ''] = /^(hours|incidents|covers)=(.+)$/.exec(key) ?? [];
    if (key === 'customer') terms.customer = words[++at]?.text ?? null;
    else if (key === 'from' || key === 'until') {
      const found = whenAtStart(
        words.slice(at + 1).map(({ text }) => text),
        here,
      );
      if (found === null) return { wrong: say`behind “${key}” stands no date`, word };
      terms[key] = found.when.date;
      at += found.used;
    } else if (name === 'covers') terms.covers = value.split(',');
    else if ((name === 'hours' || name === 'incidents') && Number(value) > 0) terms[name] = Number(value);
    else return { wrong: say`“${word?.text ?? ''}” says nothing of a contract`, word };
  }
  return terms;
}
