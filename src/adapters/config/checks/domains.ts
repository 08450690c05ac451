import { isPublicMailDomain } from '../../../domain/public-domains.ts';
import { error, type Finding, find, type Place, textOf, type World } from './world.ts';

/** Finds domains and addresses that would make strangers customers, or the desk its own customer. */
export function checkDomains(world: World): Finding[] {
  const own = ownDomains(world);
  const desk = textOf(find(world, 'helpdesk', 'desk.address')[0]);
  const domains = find(world, 'customers', 'customers.*.domains.*');
  const addresses = [
    ...find(world, 'people', 'people.*.addresses.*'),
    ...find(world, 'customers', 'customers.*.contacts.*.addresses.*'),
  ];
  return [
    ...where(domains, isPublicMailDomain, (name) => `${name} is open to everybody; list the addresses under contacts instead`),
    ...where(
      find(world, 'helpdesk', 'desk.own_domains.*'),
      isPublicMailDomain,
      (name) => `${name} is open to everybody, so it cannot be ours; leave it out`,
    ),
    ...where(
      domains,
      (name) => own.includes(name),
      (name) => `${name} is one of our own domains, not a customer's`,
    ),
    ...where(
      addresses,
      (name) => name === desk,
      () => "this is the desk's own address; mail to it would go round in circles",
    ),
    ...where(
      find(world, 'helpdesk', 'desk.reply.subdomain'),
      (name) => own.includes(name),
      (name) => `${name} is one of our own domains: people's mail would be taken for answers; use a subdomain of its own`,
    ),
  ];
}

function ownDomains(world: World): (string | undefined)[] {
  const ofDesk = find(world, 'helpdesk', 'desk.address').map((place) => textOf(place)?.split('@').at(-1));
  return [...ofDesk, ...find(world, 'helpdesk', 'desk.own_domains.*').map(textOf)];
}

function where(places: readonly Place[], isWrong: (value: string) => boolean, message: (value: string) => string): Finding[] {
  return places.flatMap((place) => {
    const value = textOf(place);
    return value !== undefined && isWrong(value) ? [error(place, message(value))] : [];
  });
}
