import { expect, test } from 'vitest';
import { worklistOf } from '../../../src/domain/digest/worklist.ts';
import { ticketNo } from '../../../src/domain/ids.ts';
import type { KeptClock } from '../../../src/domain/sla/kept-clock.ts';
import type { Ticket } from '../../../src/domain/ticket.ts';
import { aPerson, aTicket } from '../parts.ts';

const noon = Date.parse('2026-03-02T12:00:00Z');
const hour = 3_600_000;
const running = (due: number, ended: number | null = null): KeptClock => ({ name: 'resolution', state: 'running', due, ended });

const mine = (number: number, more: Partial<Ticket> = {}): Ticket => ({
  ...aTicket(),
  ...{ number: ticketNo(number), assignee: 'maria', waitsFor: 'staff', updated: number, fields: {} },
  ...more,
});

test('the order of a day: late, due today, one’s turn, others’ turn', () => {
  const tickets = [
    mine(1, { waitsFor: 'customer' }),
    mine(2),
    mine(3),
    mine(4),
    mine(5, { fields: { eta: '2026-03-01' }, waitsFor: 'customer' }),
    mine(6, { fields: { eta: '2026-03-02 17:00' } }),
    mine(7, { fields: { eta: '2026-03-09' } }),
    mine(8),
    mine(9, { assignee: null, waitsFor: 'lead' }),
  ];
  const clocks = new Map([
    [ticketNo(3), [running(noon + 2 * hour)]],
    [ticketNo(4), [running(noon - hour)]],
    [ticketNo(8), [running(noon - hour, noon - 2), running(noon + 48 * hour)]],
  ]);
  const person = aPerson('maria', { roles: ['associate', 'lead'] });
  const today = { date: '2026-03-02', to: noon + 12 * hour };
  const numbers = Object.entries(worklistOf({ person, tickets, clocks, now: noon, today })).map(([group, some]) => [
    group,
    some.map(({ number }) => Number(number)),
  ]);
  expect(numbers).toEqual([
    ['overdue', [5, 4]],
    ['today', [6, 3]],
    ['yours', [8, 7, 2, 9]],
    ['waiting', [1]],
  ]);
});
