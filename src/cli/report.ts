import { writeFile } from 'node:fs/promises';
import type { House } from '../app/house.ts';
import { makeReport, type Report } from '../app/reports/make-report.ts';
import { reportFile } from '../app/reports/report-file.ts';
import { decimalOf } from '../domain/money.ts';
import type { Figures } from '../domain/report/figures.ts';
import { type CliCommand, exitCodes, type Invocation } from './command.ts';
import { withHouseToRead } from './with-house.ts';

/** The last week or month in figures and pictures. */
export const report: CliCommand = {
  name: 'report',
  args: '[file]',
  summary: 'writes the report on the last whole week as one HTML page, to a file or to the output; --json: its figures',
  flags: [
    ['--week', 'on the last whole week, Monday to Sunday; so it is without this word too'],
    ['--month', 'on the last whole month'],
  ],
  run(invocation) {
    const { options, terminal } = invocation;
    if (options['week'] === true && options['month'] === true) {
      terminal.err('maildesk report: --week or --month, not both');
      return Promise.resolve(exitCodes.usage);
    }
    return withHouseToRead(invocation, (house) => write(invocation, house));
  },
};

async function write({ adapters, terminal, common, options, args, clock }: Invocation, house: House): Promise<number> {
  const kind = options['month'] === true ? 'month' : 'week';
  const made = await makeReport(house, kind, clock.now(), house.settings().desk.language);
  const [file = '-'] = args;
  const text = common.json ? JSON.stringify(publicReport(made), null, 2) : await reportFile(adapters, house, made);
  if (file === '-') terminal.out(text.trimEnd());
  else await writeFile(file, text.endsWith('\n') ? text : `${text}\n`);
  if (file !== '-') terminal.out(`${file}: ${made.title}`);
  return exitCodes.done;
}

const publicReport = ({ period, figures, before }: Report) => ({
  kind: period.kind,
  from: iso(period.from),
  to: iso(period.to),
  ...publicFigures(figures),
  before: publicFigures(before),
});

/** Times in hours of work, money as text with its currency beside it. */
const publicFigures = ({ parts, firstResponse, resolution, hours, people, customers, quotes, ...same }: Figures) => ({
  ...same,
  parts: parts.map(({ from, to, ...flow }) => ({ from: iso(from), to: iso(to), ...flow })),
  firstResponse: publicTimes(firstResponse),
  resolution: publicTimes(resolution),
  hours: hours.map(({ kind, minutes }) => ({ kind, hours: minutes / 60 })),
  people: people.map(({ minutes, ...one }) => ({ ...one, hours: minutes / 60 })),
  customers: customers.map(({ minutes, ...one }) => ({ ...one, hours: minutes / 60 })),
  quotes: quotes.map(({ currency, made, approved, declined }) => ({
    currency,
    ...{ made: publicSum(made, currency), approved: publicSum(approved, currency), declined: publicSum(declined, currency) },
  })),
});

const publicSum = ({ count, amount }: { count: number; amount: number }, currency: string) => ({
  count,
  net: decimalOf({ amount, currency }),
});

const publicTimes = (times: Figures['firstResponse']) =>
  times === null ? null : { count: times.count, median: times.median / hour, ninetieth: times.ninetieth / hour };

const hour = 3_600_000;
const iso = (at: number): string => new Date(at).toISOString();
