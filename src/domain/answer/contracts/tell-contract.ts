import type { DeskHours } from '../../calendar/desk-hours.ts';
import { nextWorking } from '../../calendar/working-time.ts';
import { renewedUntil } from '../../contract/ending.ts';
import type { Effect } from '../../effect.ts';
import { listed, type Saying, say } from '../../saying.ts';
import type { ContractSettings, CustomerContact, Person, Role } from '../../settings.ts';
import { type Desk, toAssociate, toContact } from '../outgoing.ts';
import type { Action, Fact } from '../template-data.ts';
import { type ContractNewsData, type Owned, shownNews } from './contract-news.ts';

/** Tells those who buy a contract and those who sell it, each in their language and at their working hours, once. */
export function tellContract(desk: Desk, hours: DeskHours, owned: Owned): Effect[] {
  const { owner, contract, news } = owned;
  const buyers = owner.contacts.filter(({ spoc, addresses }) => spoc && addresses.length > 0);
  const told = { contract: contract.number, customer: owner.id };
  const what = news.kind === 'ending' ? { daysLeft: news.daysLeft } : { used: news.what, percent: news.percent };
  return [
    { act: 'tell-once', keys: news.keys },
    { act: 'journal', ticket: null, actor: { kind: 'desk' }, event: 'contract-told', data: { ...told, ...what } },
    ...buyers.flatMap((buyer) => toBuyer(desk, hours, owned, buyer)),
    ...sellers(desk.settings.people).flatMap((person) => toSeller(desk, hours, owned, person, buyers)),
  ];
}

function toBuyer(desk: Desk, hours: DeskHours, owned: Owned, { name, language, addresses }: CustomerContact): Effect[] {
  const { owner } = owned;
  const { desk: ours } = desk.settings;
  const [address = ''] = addresses;
  const reader = { language: language ?? owner.language ?? ours.language, timezone: owner.timezone ?? ours.timezone };
  const notBefore = nextWorking(hours.ofCustomer(owner.id), desk.now);
  return toContact(desk, {
    ...{ ticket: null, template: 'contract-news', to: { name, address }, language: reader.language, notBefore },
    automatic: 'auto-generated',
    data: shownNews(owned, reader, ours.name, notBefore),
  });
}

/** Sales; where nobody is, whoever there is to see to it. */
function sellers(people: readonly Person[]): readonly Person[] {
  const roles: readonly Role[] = ['sales', 'manager', 'lead', 'admin'];
  return roles.map((role) => people.filter((person) => person.roles.includes(role))).find((some) => some.length > 0) ?? [];
}

function toSeller(desk: Desk, hours: DeskHours, owned: Owned, person: Person, buyers: readonly CustomerContact[]): Effect[] {
  const { desk: ours } = desk.settings;
  const reader = { language: person.language ?? ours.language, timezone: person.timezone ?? ours.timezone };
  const notBefore = nextWorking(hours.ofPerson(person.handle), desk.now);
  const shown = shownNews(owned, reader, ours.name, notBefore);
  const data = {
    ...{ deskName: ours.name, title: titleOf(shown), tickets: [] },
    text: [whoKnows(owned, buyers), howToRenew(owned.contract)],
    facts: factsOf(owned.contract, shown),
    actions: [renewal(owned.contract)],
  };
  return toAssociate(desk, person, { ticket: null, template: 'notice', data, automatic: 'auto-generated', notBefore });
}

function titleOf({ news, number, customerName, left, what, percent }: ContractNewsData): Saying {
  if (news === 'ends') return say`Contract ${number} of ${customerName} ends ${left}`;
  if (news === 'ended') return say`Contract ${number} of ${customerName} ended ${left}`;
  return what === 'hours'
    ? say`Contract ${number} of ${customerName}: ${percent} % of the hours are used`
    : say`Contract ${number} of ${customerName}: ${percent} % of the tickets are used`;
}

const whoKnows = ({ owner }: Owned, buyers: readonly CustomerContact[]): Saying =>
  buyers.length === 0
    ? say`Nobody at ${owner.name} was told: no contact there is marked as SPOC and has an address.`
    : say`${listed(buyers.map(({ name }) => name))} at ${owner.name} gets word of it too, and may answer; the answer comes as a ticket.`;

function factsOf(contract: ContractSettings, { ends, customerName, what, used, included }: ContractNewsData): Fact[] {
  const facts: Fact[] = [
    { label: say('Customer'), value: customerName },
    { label: say('Contract'), value: `${contract.number} (${contract.kind})` },
    { label: say('Last day'), value: ends },
  ];
  if (what === '') return facts;
  return [...facts, { label: what === 'hours' ? say('Hours') : say('Tickets'), value: say`${used} of ${included} used` }];
}

const howToRenew = (contract: ContractSettings): Saying =>
  say`To record that it goes on: the button below, or a mail to the desk with the subject \`[${renewalOf(contract)}]\`; write another date where that is agreed.`;

const renewalOf = (contract: ContractSettings): string => `contract renew ${contract.number} until ${renewedUntil(contract)}`;

const renewal = (contract: ContractSettings): Action => ({
  ...{ label: 'contract renew', href: '', subject: '' },
  command: renewalOf(contract),
});
