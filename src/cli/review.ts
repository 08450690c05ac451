import type { House } from '../app/house.ts';
import { withDirectory } from '../app/journey/5-directory.ts';
import { reviewFacts } from '../app/review/review-facts.ts';
import { nearest } from '../domain/nearest.ts';
import { type Period, periodOf, type Span, spans } from '../domain/review/period.ts';
import { type ReviewFacts, reviewOf, type ServiceReview } from '../domain/review/review.ts';
import { bareName } from '../domain/saying.ts';
import { type CliCommand, exitCodes, type Invocation } from './command.ts';
import { withHouseToRead } from './with-house.ts';

/** Looks back on what was asked, solved, agreed with a customer, and what is open. */
export const review: CliCommand = {
  name: 'review',
  args: '<customer>',
  summary: 'what was asked, solved and agreed with a customer, and what is open: as its service review says it',
  flags: [['--period <span>', `how far back: ${spans.join(', ')} (quarter unless told)`]],
  run: (invocation) => {
    const wanted = invocation.options.period ?? 'quarter';
    const span = spans.find((one) => one === wanted);
    if (span !== undefined) return withHouseToRead(invocation, (house) => show(invocation, house, span));
    invocation.terminal.err(`maildesk review --period ${String(wanted)}: expected ${spans.join(', ')}`);
    return Promise.resolve(exitCodes.usage);
  },
};

async function show({ terminal, common, clock, args }: Invocation, house: House, span: Span): Promise<number> {
  const [called = ''] = args;
  const { facts, customers } = await house.store.read(async (at) => {
    const settings = await withDirectory(at, house.settings());
    const said = called.toLowerCase();
    const found = settings.customers.find(({ id, name }) => [id.toLowerCase(), name.toLowerCase()].includes(said));
    return { facts: await reviewFacts(at, settings, found?.id ?? ''), customers: settings.customers };
  });
  if (facts === null) {
    const ids = customers.map(({ id }) => id);
    const near = nearest(called.toLowerCase(), ids, 3);
    terminal.err(
      `maildesk review ${called}: no such customer; ${near.length > 0 ? `near it: ${near.join(', ')}` : 'see customers.yaml'}`,
    );
    return exitCodes.failed;
  }
  const looked = reviewIn(house, facts, periodOf(span, clock.now(), zoneOf(house, facts)));
  terminal.out(common.json ? JSON.stringify(publicReview(facts, looked)) : linesOf(facts, looked).join('\n'));
  return exitCodes.done;
}

const zoneOf = (house: House, { customer }: ReviewFacts): string => customer.timezone ?? house.settings().desk.timezone;

const reviewIn = (house: House, facts: ReviewFacts, period: Period): ServiceReview =>
  reviewOf(facts, period, { language: 'en', timezone: facts.customer.timezone }, house.settings());

const publicReview = ({ customer: { id } }: ReviewFacts, { solved, open, ...rest }: ServiceReview) => ({
  customer: id,
  ...rest,
  solved: solved.map(plain),
  open: open.map(plain),
});

const plain = ({ status, ...ticket }: ServiceReview['open'][number]) => ({ ...ticket, status: nameOf(status) });

const nameOf = (status: ServiceReview['open'][number]['status']): string =>
  typeof status === 'object' && 'label' in status ? bareName(status) : '';

function linesOf({ customer }: ReviewFacts, { from, until, counts, solved, open, agreed, priorities }: ServiceReview): string[] {
  return [
    `${customer.name}, ${from} to ${until}: ${counts.asked} asked, ${counts.solved} solved, ${counts.open} open`,
    ...section(
      'solved',
      solved,
      ({ tag, title, asked, solved: on, note }) => `${tag} ${title} (${asked} to ${on})${note && `: ${note}`}`,
    ),
    ...section(
      'open',
      open,
      ({ tag, title, asked, status, yourTurn }) =>
        `${tag} ${title} (${asked}): ${nameOf(status)}${yourTurn ? ', their turn' : ''}`,
    ),
    ...section('agreed', agreed, ({ name, title, total, at }) => `${name} ${title}: ${total}, ${at}`),
    ...section('priorities', priorities, (line) => line),
  ];
}

const section = <One>(name: string, all: readonly One[], line: (one: One) => string): string[] =>
  all.length === 0 ? [] : ['', name, ...all.map((one) => `  ${line(one).replaceAll('\n', ' ')}`)];
