import { closed } from '../workflow.ts';
import type { Card, Drawn, Row } from './drawn.ts';

/** A process as Mermaid text (stateDiagram-v2); stages are states that hold others. */
export function mermaidOf({ title, columns, everywhere, legend }: Drawn): string {
  const cards = columns.flatMap((column) => column.cards);
  const ids = idsOf(cards);
  const states = columns.flatMap(({ stage, cards: list }, at) => {
    const lines = list.filter(({ kind }) => kind === 'state').map((card) => `state "${quoted(card.title)}" as ${ids(card.id)}`);
    return stage === null || lines.length === 0
      ? lines
      : [`state "${quoted(stage)}" as stage_${at + 1} {`, ...lines.map(indented), '}'];
  });
  const steps = cards.flatMap((card) => card.rows.map((row) => arrow(card, row, ids, legend.back ?? '')));
  const others = everywhere.map(
    (row) => `note right of ${ids(firstOf(cards))} : ${spoken(`${legend.everywhere}: ${labelOf(row)}`)}`,
  );
  const lines = ['direction LR', ...states, ...steps, ...others];
  return ['---', `title: ${JSON.stringify(title)}`, '---', 'stateDiagram-v2', ...lines.map(indented), ''].join('\n');
}

function arrow({ id, kind }: Card, row: Row, ids: (id: string) => string, back: string): string {
  const from = kind === 'start' ? '[*]' : ids(id);
  const to = row.to === null || row.to === 'back' ? from : ids(row.to);
  return `${from} --> ${to} : ${spoken(row.to === 'back' ? `${labelOf(row)} (${back})` : labelOf(row))}`;
}

const labelOf = ({ text, detail }: Row): string => (detail === '' ? text : `${text} [${detail}]`);

const firstOf = (cards: readonly Card[]): string => cards.find(({ kind }) => kind === 'state')?.id ?? closed;

/** Letters, digits and _ only; names that come to the same get a number. The end of every process is Mermaid's own. */
function idsOf(cards: readonly Card[]): (id: string) => string {
  const ids = new Map<string, string>([[closed, '[*]']]);
  for (const { id } of cards) {
    if (ids.has(id)) continue;
    const plain = `s_${id.replace(/[^A-Za-z0-9]/g, '_')}`;
    const taken = [...ids.values()].filter((one) => one === plain || one.startsWith(`${plain}_n`)).length;
    ids.set(id, taken === 0 ? plain : `${plain}_n${taken + 1}`);
  }
  return (id) => ids.get(id) ?? '[*]';
}

const indented = (line: string): string => `    ${line}`;

/** What would end a label or a line there, or be read as markup. */
const spoken = (text: string): string => text.replace(/[\r\n]+/g, ' ').replace(/[:;#"<>]/g, (sign) => `#${sign.charCodeAt(0)};`);
const quoted = (text: string): string => text.replace(/[\r\n]+/g, ' ').replace(/[#"<>;]/g, (sign) => `#${sign.charCodeAt(0)};`);
