import { say } from '../../saying.ts';
import { blockQuery, senderIn, whomToBlock } from '../blockable.ts';
import { type Command, type Deed, type DeskScene, insiders } from './command.ts';

/** Mail from an address or a domain counts again. */
export const unblock: Command = {
  name: 'unblock',
  translations: { es: ['desbloquear'], de: ['entsperren'], fr: ['débloquer', 'debloquer'], pt: ['desbloquear'] },
  args: '[ADDRESS|DOMAIN]',
  roles: insiders,
  class: 'C3',
  help: say('Mail from there is taken again; without a word: mail of this ticket’s requester.'),
  inTitle: false,
  reads: blockQuery,
  fits: () => true,
  perform: ([word], scene) => freed(word?.text ?? scene.ticket.requester, scene),
  anywhere: ([word], scene) => (word === undefined ? whomToBlock('unblock') : freed(word.text, scene)),
};

function freed(typed: string, { lookups }: DeskScene): Deed {
  const wanted = senderIn(typed);
  const block = lookups.blocks.get(wanted);
  if (block === undefined) return { kind: 'done', change: say`${wanted} is not blocked` };
  return {
    kind: 'done',
    effects: [{ act: 'unblock-sender', sender: block.sender }],
    back: [{ act: 'block-sender', ...block }],
    event: 'unblocked',
    data: { what: block.sender.includes('@') ? 'address' : 'domain' },
    change: say`mail from ${block.sender} is taken again`,
  };
}
