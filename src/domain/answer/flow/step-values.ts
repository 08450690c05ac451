import { tagOf } from '../../match/subject-tag.ts';
import { localMoney } from '../../money.ts';
import { approvedMinutes, billableMinutes } from '../../quote/hours.ts';
import { latestOffer } from '../../quote/offer-facts.ts';
import { type Quote, quoteName } from '../../quote/quote.ts';
import { totalsOf } from '../../quote/totals.ts';
import { type Part, valued } from '../../saying.ts';
import type { Actor } from '../../ticket.ts';
import { type StepValues, stateLabel, statusLabel } from '../../workflow/process-words.ts';
import { planOf } from '../../workflow/state-plan.ts';
import { fieldFor, localDate } from './field-for.ts';
import type { Reader } from './reader.ts';
import type { Shown } from './telling.ts';

/** All that the texts of a process may name, for one reader. */
export function stepValues(telling: Shown, reader: Reader): StepValues {
  const { settings, scene, was, by } = telling;
  const { ticket, workflow, requester } = scene;
  const { stage } = planOf(workflow, ticket.state);
  const customer = settings.customers.find(({ id }) => id === ticket.customer);
  return {
    ...{ tag: tagOf(settings.desk.prefix, ticket.number), title: ticket.subject, desk: settings.desk.name },
    ...{ person: nameOf(by, telling), customer: customer?.name ?? '', requester: requester?.name ?? ticket.requester },
    owner: settings.people.find(({ handle }) => handle === ticket.assignee)?.name ?? '',
    state: stateLabel(workflow.name, ticket.state),
    was: was === null ? '' : stateLabel(workflow.name, was.state),
    stage: stage === null ? '' : { label: `stages.${stage}`, process: workflow.name },
    status: statusLabel(workflow, ticket.state),
    ...{ level: ticket.level ?? '', severity: value(ticket.severity), complexity: value(ticket.complexity) },
    fields: mapped(telling, (name, kept) => fieldFor({ workflow, name, kept, settings }, reader)),
    whole: mapped(telling, (_name, kept) => kept),
    ...offers(telling, reader),
    contract: contractOf(telling, reader),
    hours: hoursOf(telling, reader),
  };
}

const value = (kept: string | null): Part => (kept === null ? '' : valued(kept));

/** Every field that the process declares, and what else the ticket has. */
function mapped<T extends Part>({ scene }: Shown, show: (name: string, kept: string) => T): Record<string, T | ''> {
  const { workflow, ticket } = scene;
  const names = [...new Set([...Object.keys(workflow.fields), ...Object.keys(ticket.fields)])];
  return Object.fromEntries(
    names.map((name) => [name, ticket.fields[name] === undefined ? '' : show(name, ticket.fields[name])]),
  );
}

/** How those inside and outside know who did it; '' for the desk itself. */
export function nameOf(by: Actor, { settings, scene }: Shown): string {
  if (by.kind === 'desk') return '';
  if (by.kind === 'associate') return settings.people.find(({ handle }) => handle === by.handle)?.name ?? by.handle;
  const known = scene.participants.find(({ address }) => address === by.address)?.name;
  const contacts = settings.customers.flatMap((customer) => customer.contacts);
  return known || contacts.find(({ addresses }) => addresses.includes(by.address))?.name || by.address;
}

function offers({ scene: { records, ticket }, settings }: Shown, reader: Reader): Pick<StepValues, 'quote' | 'fee'> {
  const [quote, fee] = [latestOffer(records.quotes, 'quote'), latestOffer(records.quotes, 'fee')];
  const day = (text: string | null | undefined): string => (text ? localDate(text, reader) : '');
  const total = (one: Quote | null): string => (one === null ? '' : localMoney(totalsOf(one.offer).total, reader.language));
  const minutes = quote === null ? 0 : totalsOf(quote.offer).minutes;
  return {
    quote: {
      number: quote === null ? '' : quoteName(tagOf(settings.desk.prefix, ticket.number), quote.offer),
      ...{ total: total(quote), valid: day(quote?.offer.valid), eta: day(quote?.offer.eta) },
      hours: minutes === 0 ? '' : inHours(minutes, reader),
    },
    fee: { amount: total(fee), valid: day(fee?.offer.valid) },
  };
}

/** The contract that the ticket names, else the one that ends last. */
function contractOf({ scene: { ticket }, settings }: Shown, reader: Reader): StepValues['contract'] {
  const all = settings.customers.find(({ id }) => id === ticket.customer)?.contracts ?? [];
  const latest = all.toSorted((one, other) => one.ends.localeCompare(other.ends)).at(-1);
  const contract = all.find(({ number }) => number === ticket.fields['contract']) ?? latest;
  return contract === undefined ? { number: '', ends: '' } : { number: contract.number, ends: localDate(contract.ends, reader) };
}

function hoursOf({ scene: { ticket, records, workflow } }: Shown, reader: Reader): StepValues['hours'] {
  const approved = approvedMinutes(records.quotes, ticket.number);
  return {
    used: inHours(billableMinutes(records.time, workflow.options.billable), reader),
    approved: approved === null ? '' : inHours(approved, reader),
  };
}

/** `3.5 hr`, as the reader's language writes it. */
export const inHours = (minutes: number, { language }: Pick<Reader, 'language'>): string =>
  new Intl.NumberFormat(language, { style: 'unit', unit: 'hour', unitDisplay: 'short', maximumFractionDigits: 1 }).format(
    minutes / 60,
  );
