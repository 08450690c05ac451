import { listed, say } from '../../saying.ts';
import type { Word } from '../grammar/words.ts';
import { ofLevel } from './availability.ts';
import type { Deed, Scene } from './command.ts';
import { freeOf, handTo } from './hand-to.ts';
import { newerChange } from './newer-change.ts';
import { saidChange } from './said-change.ts';

/**
 * Gives the ticket to another level: to whoever of it is most free, with the reason. Where no reason stands behind the level,
 * the mail's text is it, and stays inside.
 */
export function handOver(command: string, level: string, reason: readonly Word[], scene: Scene): Deed {
  const { ticket, text } = scene;
  const words = reason.map((word) => word.text).join(' ');
  if (ticket.level === level) return { kind: 'done', change: say`already ${level}` };
  const newer = newerChange('level', ticket.level, `${command}! ${level}`, scene);
  if (newer !== null) return newer;
  const free = freeOf(ofLevel(level, scene), level, `${command}! ${level}`, scene);
  if ('kind' in free) return free;
  const deed = handTo(free.person, scene, { more: { level } });
  if (deed.kind === 'refused') return deed;
  const { from, to } = { from: ticket.level, to: level };
  return {
    ...deed,
    event: 'handed-over',
    data: { field: 'level', from, to, holder: free.person.handle },
    change: listed([saidChange('level', from ?? say('none'), to), deed.change], '; '),
    handover: words || text,
    ...(words === '' && text !== '' ? { text: 'note' as const } : {}),
  };
}

/** `L2`, `l2` or `2`. */
export const levelIn = (word: Word | undefined): string | null =>
  word !== undefined && /^l?[123]$/i.test(word.text) ? `L${word.text.slice(-1)}` : null;
