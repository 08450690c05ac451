import type { ReportChart } from '../../../domain/answer/digest-data.ts';
import type { Chart } from '../../../domain/charts/chart.ts';
import { describe } from '../../../domain/charts/describe.ts';
import { deskName, type Samples } from './parts.ts';

const days = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'];
const came = [14, 22, 17, 9, 12, 1, 0];
const went = [11, 19, 20, 12, 15, 0, 0];

const flow: Chart = {
  ...{ kind: 'bars', stacked: false, title: 'In and out', language: 'en', unit: { kind: 'count' }, labels: days },
  series: [
    { name: 'Tickets in', values: came },
    { name: 'Tickets out', values: went },
  ],
};
const promises: Chart = {
  ...{ kind: 'rows', title: 'Promised times', language: 'en', unit: { kind: 'share' } },
  rows: [
    { label: 'first response', value: 0.97 },
    { label: 'resolution', value: 0.88 },
  ],
};

/** The pictures of the sample report, by the name under which its mail shows them. */
export const sampleCharts: Readonly<Record<string, Chart>> = { 'chart-2@report': flow, 'chart-3@report': promises };

const shown = (cid: string, chart: Chart): ReportChart => ({ cid, description: describe(chart), width: 400, outside: [] });
const link = 'mailto:support@acme.example?subject=%5Bdigest%20weekly%20off%5D';

/** Of the reports. */
export const reportSamples: Samples<'report'> = {
  report: [
    {
      ...{ deskName, kind: 'week', asked: Date.parse('2026-11-09T08:00:00Z'), title: 'Week of 2 Nov 2026 to 8 Nov 2026' },
      compared: 'Compared with the period before.',
      worked: 'Times are working time, in the hours that count for each customer.',
      sections: [
        {
          title: 'In short',
          chart: null,
          rows: [
            { label: 'Tickets in', value: '75', before: '61' },
            { label: 'Tickets out', value: '77', before: '58' },
            { label: 'Open at the end', value: '43', before: '45' },
            {
              label: 'First response',
              value: 'half within 1.2 hr, nine of ten within 6.5 hr',
              before: 'half within 1.6 hr, nine of ten within 7 hr',
            },
          ],
        },
        {
          title: 'In and out',
          chart: shown('chart-2@report', flow),
          rows: days.map((label, at) => ({ label, value: `Tickets in ${came[at]}, Tickets out ${went[at]}`, before: '' })),
        },
        {
          title: 'Promised times',
          chart: shown('chart-3@report', promises),
          rows: [
            { label: 'first response', value: '97% (kept 71, missed 2)', before: '95%' },
            { label: 'resolution', value: '88% (kept 66, missed 9)', before: '91%' },
          ],
        },
      ],
      off: { label: 'digest-off', href: link, command: 'digest weekly off', subject: '' },
    },
    {
      ...{ deskName, kind: 'month', asked: Date.parse('2026-11-09T08:00:00Z'), title: 'Month of 1 Oct 2026 to 31 Oct 2026' },
      compared: 'Compared with the period before.',
      worked: 'Times are working time, in the hours that count for each customer.',
      sections: [{ title: 'In short', chart: null, rows: [{ label: 'Tickets in', value: '5', before: '' }] }],
      off: null,
    },
  ],
};
