import { say } from '../../saying.ts';
import { blockable, blockQuery, whomToBlock } from '../blockable.ts';
import { type Command, insiders } from './command.ts';

/** Mail from an address or a domain is kept and counted, and nobody hears of it. */
export const block: Command = {
  name: 'block',
  translations: { es: ['bloquear'], de: ['sperren', 'blockieren'], fr: ['bloquer'], pt: ['bloquear'] },
  args: '[ADDRESS|DOMAIN]',
  roles: insiders,
  class: 'C3',
  help: say('Mail from there is kept and counted, never shown or answered; without a word: mail of this ticket’s requester.'),
  inTitle: false,
  reads: blockQuery,
  fits: () => true,
  perform: ([word], scene) => blocked(word?.text ?? scene.ticket.requester, word, scene),
  anywhere: ([word], scene) => (word === undefined ? whomToBlock('block') : blocked(word.text, word, scene)),
};

function blocked(
  typed: string,
  word: Parameters<typeof blockable>[1],
  scene: Parameters<typeof blockable>[2],
): ReturnType<Command['perform']> {
  const who = blockable(typed, word, scene);
  if (who.kind === 'refused') return who;
  const { sender } = who;
  const { lookups } = scene;
  const was = lookups.blocks.get(sender);
  if (was?.sender === sender && was.until === null) return { kind: 'done', change: say`${sender} is blocked already` };
  return {
    kind: 'done',
    effects: [{ act: 'block-sender', sender, until: null }],
    back: [was?.sender === sender ? { act: 'block-sender', ...was } : { act: 'unblock-sender', sender }],
    event: 'blocked',
    data: { what: sender.includes('@') ? 'address' : 'domain', until: null },
    change: say`mail from ${sender} is kept and left from now on`,
  };
}
