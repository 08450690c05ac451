import { isDeskAddress } from '../../authenticate/reply-address.ts';
import type { Effect } from '../../effect.ts';
import type { TicketNo } from '../../ids.ts';
import { type Saying, say } from '../../saying.ts';
import type { Word } from '../grammar/words.ts';
import { type Command, type Deed, type DeskScene, insiders } from './command.ts';

/** A mail that was held because nothing proves its sender is taken after all. */
export const admit: Command = {
  name: 'admit',
  translations: { es: ['admitir'], de: ['zulassen', 'einlassen'], fr: ['admettre'], pt: ['admitir'] },
  args: '[always]',
  roles: insiders,
  class: 'C3',
  help: say(
    'Lets a held mail of a customer in, as if its sender were proved. `admit always` also lets the address take part from now on.',
  ),
  inTitle: true,
  reads: () => ({ kind: 'held' }),
  fits: () => true,
  perform: (words, scene) => letIn(words, scene, scene.ticket.number, isParticipant(scene)),
  anywhere: (words, scene) => letIn(words, scene, null, true),
};

const isParticipant = ({ participants, lookups }: Parameters<Command['perform']>[1]): boolean =>
  participants.some(({ address }) => address === lookups.held?.from);

function letIn([word, extra]: readonly Word[], scene: DeskScene, ticket: TicketNo | null, isKnown: boolean): Deed {
  const { lookups, settings, actor, insists } = scene;
  const { held } = lookups;
  const always = /^always$/i.test(word?.text ?? '');
  const wrong = always ? extra : word;
  if (wrong !== undefined)
    return refused(say`“${wrong.text}” is not understood here`, say('admit, or admit always'), ['admit', 'admit always'], wrong);
  if (held === null)
    return refused(say('no mail is held here'), say('an answer to the notice of a held mail, or a ticket that has one'), []);
  const { from } = held;
  if (isDeskAddress(settings.desk, from) || settings.people.some(({ addresses }) => addresses.includes(from)))
    return refused(say('it bears the address of one of us'), say('its writer’s own word: they are asked, or send it again'), []);
  if (/dmarc=fail/i.test(held.why) && !insists)
    return refused(say('the check of its sender failed: it is probably forged'), say('`admit!` if you know better'), ['admit!']);
  const keeps = always && !isKnown && ticket !== null && from !== '';
  const keep: Effect[] = keeps ? [{ act: 'add-participant', ticket, participant: { address: from, name: '', role: 'cc' } }] : [];
  return {
    kind: 'done',
    effects: [...keep, { act: 'retake', arrival: held.arrival, lift: { kind: 'admitted', by: actor.handle } }],
    event: 'admitted',
    data: { always, mail: held.arrival },
    change: keeps
      ? say`the held mail of ${from} is taken, and the address takes part from now on`
      : say`the held mail of ${from || say('an unknown sender')} is taken`,
  };
}

const refused = (problem: Saying, expected: Saying, suggestions: readonly string[], word?: Word): Deed => ({
  kind: 'refused',
  problem,
  expected,
  ...(word === undefined ? {} : { word }),
  suggestions,
});
