import type { BorderReport } from '../app/doctor/borders.ts';
import { examine, type Report } from '../app/doctor/examine.ts';
import type { Finding } from '../app/doctor/finding.ts';
import { parseDuration } from '../domain/duration.ts';
import { type CliCommand, exitCodes, type Terminal } from './command.ts';
import { paint } from './table.ts';

/** Looks over a live installation and says what to do. */
export const doctor: CliCommand = {
  name: 'doctor',
  args: '',
  summary: 'checks a live installation, from its files to what its mails are proved by, and says what to do',
  flags: [
    ['--no-probe', 'sends no test mail through the borders of authentication.trusted'],
    ['--wait <duration>', 'how long a test mail may take to come back: 60s unless told'],
  ],
  async run({ adapters, common, terminal, clock, options }) {
    const wait = parseDuration(typeof options['wait'] === 'string' ? options['wait'] : '60s');
    if (wait === null) {
      terminal.err(`maildesk doctor: --wait ${String(options['wait'])}: expected a duration such as 30s or 5m`);
      return exitCodes.usage;
    }
    const { config: configDir, data: dataDir, json } = common;
    const house = { configDir, dataDir, env: terminal.env, clock, log: adapters.silentLog };
    const onWaiting = () => terminal.err('a test mail is on its way through each border; waiting for it to come back');
    const report = await examine(adapters, house, { probe: options['probe'] !== false, wait, onWaiting });
    terminal.out(json ? JSON.stringify(publicReport(report), null, 2) : humanly(report.findings, terminal));
    return isWell(report) ? exitCodes.done : exitCodes.failed;
  },
};

const isWell = ({ findings }: Report): boolean => !findings.some(({ state }) => state === 'trouble');

/** `doctor --json`: public interface. */
const publicReport = (report: Report) => ({
  ok: isWell(report),
  findings: report.findings,
  borders: report.borders.map(({ wrote, ...border }: BorderReport) => ({ ...border, wrote: wrote === null ? null : iso(wrote) })),
  associates: report.associates.map(({ handle, mails }) => ({
    handle,
    mails: mails.map(({ at, ...mail }) => ({ at: iso(at), ...mail })),
  })),
});

const iso = (at: number): string => new Date(at).toISOString();

function humanly(findings: readonly Finding[], terminal: Terminal): string {
  const { bold, dim } = paint(terminal);
  const width = Math.max(...findings.map(({ check }) => check.length));
  const lines = findings.flatMap(({ check, state, found, todo }) => [
    `${state === 'well' ? dim('well   ') : bold(state.padEnd(7))}  ${check.padEnd(width)}  ${found}`,
    ...(todo === '' ? [] : [`${' '.repeat(width + 11)}${state === 'trouble' ? bold('to do:') : 'to do:'} ${todo}`]),
  ]);
  const troubles = findings.filter(({ state }) => state === 'trouble').length;
  const looks = findings.filter(({ state }) => state === 'look').length;
  const sum = troubles === 0 ? 'no trouble' : troubles === 1 ? '1 trouble' : `${troubles} troubles`;
  return [...lines, '', `${sum}${looks > 0 ? `, ${looks} to look at` : ''}`].join('\n');
}
