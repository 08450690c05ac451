import { type AddressClaim, type Claiming, type ClaimSide, numberOfClaim } from '../address-claim.ts';
import { notifyOfHeld } from '../answer/notify-held.ts';
import { toAssociate, toContact } from '../answer/outgoing.ts';
import { timeFor } from '../answer/time-for.ts';
import { admins } from '../answer/told.ts';
import type { Decision, Effect } from '../effect.ts';
import { inEnglish, type Saying, say } from '../saying.ts';
import type { Person } from '../settings.ts';
import { tellOff } from './confirmation.ts';
import type { Facts } from './facts.ts';
import { answersTo, firstLine, yesOrNo } from './yes-or-no.ts';

const day = 86_400_000;

/**
 * A stranger wrote to the address that was made for an associate: both are asked whether it is the associate's too. The
 * stranger reads the desk's name and the question, no word of any ticket or person.
 */
export function askWhoseAddress(facts: Facts): Effect[] {
  const { claiming, settings, mail, now } = facts;
  if (claiming?.kind !== 'new') return [];
  const { id, handle } = claiming;
  const person = settings.people.find((one) => one.handle === handle);
  if (person === undefined) return [];
  const { address, name } = mail.from;
  return [
    { act: 'ask-address', claim: id, handle, address, name, expires: now + day },
    { act: 'journal', ticket: null, actor: { kind: 'desk' }, event: 'address-asked', data: { claim: id, handle } },
    ...question(facts, person, { id, address }, 'associate'),
    ...question(facts, person, { id, address }, 'address'),
  ];
}

/**
 * An answer that did not come by one of the links counts for nothing: the question is put once more. What its writer says
 * beside it is kept for the admins.
 */
export function askWhoseAgain(facts: Facts, { claim, by }: Extract<Claiming, { by: ClaimSide }>): Decision {
  const person = facts.settings.people.find(({ handle }) => handle === claim?.handle);
  const isOver = claim === null || person === undefined;
  if (isOver && facts.sender.kind === 'associate') return over(facts);
  const why = isOver
    ? say('an answer to the question whose address it is, which is over')
    : say('an answer to the question whose address it is, without its link; it was asked again');
  const asked = isOver || facts.answerable.kind === 'no' ? [] : question(facts, person, claim, by);
  const seen = by === 'address' ? notifyOfHeld(facts, 'other', why) : [];
  return { outcome: 'held', ticket: null, why: inEnglish(why), effects: [...asked, ...seen] };
}

function question(
  facts: Facts,
  person: Person,
  { id, address }: Pick<AddressClaim, 'id' | 'address'>,
  asks: ClaimSide,
): Effect[] {
  const { settings, mail } = facts;
  const data = { deskName: settings.desk.name, address, asks, actions: answersTo(numberOfClaim(id)) };
  const letter = { ticket: null, automatic: 'auto-replied', template: 'confirm-address', data } as const;
  if (asks === 'associate') return toAssociate(facts, person, letter);
  const thread = mail.messageId === null ? [] : [mail.messageId];
  return toContact(facts, { ...letter, to: { name: '', address }, language: mail.language || settings.desk.language, thread });
}

/** The answer of one of them. Two yes, or one no, go before the admins; nothing else comes of either. */
export function decideWhoseAddress(facts: Facts, { claim, by }: Extract<Claiming, { by: ClaimSide }>): Decision {
  const said = yesOrNo(facts.mail.visibleText);
  const person = facts.settings.people.find(({ handle }) => handle === claim?.handle);
  if (said === undefined)
    return unclear(facts, say('this is neither a yes nor a no'), say('confirm, or not me, as the first line'));
  if (claim === null || person === undefined) return over(facts);
  const isYes = said === 'confirm';
  const now = isYes ? { ...claim.said, [by]: facts.now } : claim.said;
  const state = !isYes ? 'refused' : now.associate === null || now.address === null ? 'open' : 'confirmed';
  return answered(`${person.handle}’s second address: ${isYes ? 'yes' : 'no'}, says the ${by}`, [
    { act: 'answer-address', claim: claim.id, by, state },
    {
      act: 'journal',
      ticket: null,
      actor: by === 'associate' ? { kind: by, handle: person.handle } : { kind: 'contact', address: claim.address },
      event: isYes ? 'address-confirmed' : 'address-refused',
      data: { claim: claim.id, handle: person.handle, level: facts.level },
    },
    ...(state === 'open' ? [] : tellAdmins(facts, person, { ...claim, said: now, state }, by)),
  ]);
}

/** Somebody's words that nothing can be made of are for a person to read. */
function unclear(facts: Facts, problem: Saying, expected: Saying): Decision {
  const { sender, mail } = facts;
  if (sender.kind === 'associate') return tellOff(facts, sender.person, firstLine(mail.visibleText), problem, expected);
  const why = say('neither a yes nor a no to the question whose address it is');
  return { outcome: 'held', ticket: null, why: inEnglish(why), effects: notifyOfHeld(facts, 'other', why) };
}

/** Only a colleague hears that it came too late. */
function over(facts: Facts): Decision {
  if (facts.sender.kind === 'associate')
    return unclear(facts, say('nothing waits for this answer any more'), say('within 24 hours, once'));
  return answered('the question whose address it is was answered, or is over', []);
}

const answered = (why: string, effects: readonly Effect[]): Decision => ({ outcome: 'commanded', ticket: null, why, effects });

function tellAdmins(facts: Facts, person: Person, { address, said, state }: AddressClaim, by: ClaimSide): Effect[] {
  const { desk, people } = facts.settings;
  const line = `addresses: [${[...new Set([...person.addresses, address])].map(asYaml).join(', ')}]`;
  return admins(people).flatMap((admin) => {
    const shown = (at: number | null): string => (at === null ? '' : timeFor(at, admin, desk));
    return toAssociate(facts, admin, {
      ticket: null,
      template: 'second-address',
      data: {
        ...{ deskName: desk.name, handle: person.handle, name: person.name, address, line },
        ...{ confirmed: state === 'confirmed', refusedBy: state === 'refused' ? by : '' },
        ...{ associateAt: shown(said.associate), addressAt: shown(said.address) },
      },
      automatic: 'auto-generated',
    });
  });
}

/** Plain where YAML reads it as the text it is. */
const asYaml = (address: string): string =>
  /^[a-z0-9][\w.+-]*@[a-z0-9][\w.-]*$/i.test(address) ? address : JSON.stringify(address);
