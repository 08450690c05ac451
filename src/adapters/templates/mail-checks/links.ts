import { type HtmlElement, named, wordsIn } from './html-tree.ts';
import type { MailCheck } from './mail-check.ts';

/** Letters. Some mail programs and browsers cut links above about 2,000. */
const longest = 1800;

/** @see RFC 6068 §2 (form), §5 (line breaks are %0D%0A, `+` is itself and no space) */
export const linksCheck: MailCheck = {
  name: 'links',
  holds: `only https: and mailto:, these by RFC 6068 and at most ${longest} letters; each link has words`,
  faults: ({ tree }) => named(tree, 'a', 'area').flatMap(faultsOf),
};

function faultsOf(link: HtmlElement): string[] {
  const { href } = link.attributes;
  const words =
    wordsIn(link) ||
    named(link, 'img')
      .map(({ attributes }) => attributes['alt'] ?? '')
      .join('');
  const said = words === '' ? [`a link without words leads to ${href}`] : [];
  if (href === undefined) return [...said, `“${words}” leads nowhere`];
  if (href.startsWith('mailto:')) return [...said, ...mailtoFaults(href).map((fault) => `“${words}”: ${fault}`)];
  return /^https:\/\/[^\s/]/.test(href) ? said : [...said, `“${words}” leads to ${href}; expected https: or mailto:`];
}

function mailtoFaults(href: string): string[] {
  const [to = '', query, ...more] = href.slice('mailto:'.length).split('?');
  const fields = (query ?? '').split('&').filter((field) => field !== '');
  return [
    ...(href.length <= longest ? [] : [`${href.length} letters; expected at most ${longest}`]),
    ...(more.length === 0 ? [] : ['a second “?”']),
    ...(to === '' || isAddress(to) ? [] : [`${to}: expected an address`]),
    ...fields.flatMap(fieldFaults),
  ];
}

const isAddress = (to: string): boolean => /^(?:[\w.!#$'*+/^`{|}~-]|%[0-9A-F]{2})+@[a-z0-9-]+(\.[a-z0-9-]+)*$/i.test(to);

function fieldFaults(field: string): string[] {
  const [name = '', value, ...more] = field.split('=');
  const text = decoded(value ?? '');
  return [
    ...(['subject', 'body', 'cc'].includes(name) ? [] : [`the field ${name}, which mail programs do not all take`]),
    ...(value === undefined || more.length > 0 ? [`${field}: expected name=value, other “=” escaped`] : []),
    ...(/[\s"<>\\^`{|}]/.test(field) ? [`${field}: has letters that must be escaped`] : []),
    ...(text === null ? [`${field}: not UTF-8, escaped with %`] : []),
    ...(text !== null && /\r(?!\n)|(?<!\r)\n/.test(text) ? [`${name}: line breaks must be %0D%0A`] : []),
    ...(text !== null && name !== 'body' && /[\r\n]/.test(text) ? [`${name}: more than a line`] : []),
    ...(/\+/.test(value ?? '') ? [`${name}: a bare “+”, which some read as a space`] : []),
  ];
}

function decoded(value: string): string | null {
  try {
    return decodeURIComponent(value);
  } catch {
    return null;
  }
}
