import { isLoopback } from '../../../domain/loopback.ts';
import { error, type Finding, find, type Place, textOf, under, type World, whereIs } from './world.ts';

/** Finds listeners that anybody could hand mail to, or that would believe anybody. */
export function checkListeners(world: World): Finding[] {
  const listeners = [...find(world, 'helpdesk', 'listen.smtp'), ...find(world, 'helpdesk', 'listen.lmtp')];
  return [...listeners.flatMap(openToAll), ...listeners.flatMap(believesAll), ...samePort(listeners)];
}

function openToAll(listener: Place): Finding[] {
  const host = under(listener, 'host');
  if (isLoopback(textOf(host) ?? '127.0.0.1') || hasClients(listener)) return [];
  const needsAuth = under(listener, 'require_auth')?.value === true;
  if (needsAuth && under(listener, 'tls') !== undefined) return [];
  return [
    error(
      host ?? listener,
      `${host?.value} can be reached from other machines, and anybody there could hand mail in; expected from: [ADDRESSES], or require_auth: true together with tls:, or host 127.0.0.1`,
    ),
  ];
}

function believesAll(listener: Place): Finding[] {
  const border = under(listener, 'border');
  if (border?.value !== true || hasClients(listener)) return [];
  return [
    error(border, 'border: true needs from: [ADDRESSES of the border], else anybody could hand in forged Authentication-Results'),
  ];
}

const hasClients = (listener: Place) => isFilledList(under(listener, 'from')?.value);
const isFilledList = (value: unknown) => Array.isArray(value) && value.length > 0;

function samePort([first, second]: readonly Place[]): Finding[] {
  const [one, other] = [first, second].map((listener) => listener && under(listener, 'port'));
  if (!one || !other || Number(one.value) !== Number(other.value)) return [];
  return [error(other, `port ${other.value} is taken by the listener at ${whereIs(one)}`)];
}
