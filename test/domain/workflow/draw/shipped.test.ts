import { expect, test } from 'vitest';
import { adapters } from '../../../../src/app/compose.ts';
import { drawSvg } from '../../../../src/domain/workflow/draw/draw-svg.ts';
import type { Drawn } from '../../../../src/domain/workflow/draw/drawn.ts';
import { drawnOf } from '../../../../src/domain/workflow/draw/drawn-of.ts';
import { layOut } from '../../../../src/domain/workflow/draw/layout.ts';
import { mermaidOf } from '../../../../src/domain/workflow/draw/mermaid.ts';
import type { Workflow } from '../../../../src/domain/workflow/workflow.ts';

const loaded = await adapters.loadConfig(new URL('../../../../config', import.meta.url).pathname, {});
if (loaded.kind === 'broken') throw new Error(loaded.complaints.join('\n'));
const templates = await adapters.loadTemplates(loaded.settings);
const drawnIn = (workflow: Workflow, language: string): Drawn =>
  drawnOf(workflow, { print: (said) => templates.print(said, language), verb: (command) => command });

const shipped = Object.values(loaded.settings.workflows);
const pictures = shipped.flatMap((workflow) =>
  ['en', 'es', 'de', 'fr', 'pt'].map((language) => ({
    name: workflow.name,
    language,
    workflow,
    drawn: drawnIn(workflow, language),
  })),
);

test('six processes ship', () => expect(shipped.map(({ name }) => name).toSorted()).toHaveLength(6));

test.each(pictures)('$name in $language: every state and every step stands on the picture', ({ workflow, drawn }) => {
  const svg = drawSvg(drawn);
  for (const state of [...Object.keys(workflow.states), 'closed']) expect(svg).toContain(`data-state="${state}"`);
  const once = drawn.everywhere.flatMap(({ step }) => step ?? []);
  for (const at of workflow.steps.keys()) if (!once.includes(at)) expect(svg).toContain(`data-step="${at}"`);
  for (const row of drawn.everywhere) expect(svg).toContain(row.text);
  for (const { title } of drawn.columns.flatMap(({ cards }) => cards))
    for (const word of title.split(' ')) expect(svg.replaceAll('&amp;', '&')).toContain(word);
});

test.each(pictures)('$name in $language: no box lies on another, and no line runs through one', ({ drawn }) => {
  const { cards, bends, stacked } = layOut(drawn, 100);
  const boxes = cards.map(({ x, y, width, filling }) => ({ left: x, right: x + width, top: y, bottom: y + filling.height }));
  for (const [at, one] of boxes.entries())
    for (const other of boxes.slice(at + 1))
      expect(one.right <= other.left || other.right <= one.left || one.bottom < other.top || other.bottom < one.top).toBe(true);
  for (const { x } of bends) expect(boxes.every(({ left, right }) => x < left || x > right)).toBe(true);
  for (const { net, joins, gutter } of bends)
    for (const { y, kind, side } of joins.filter((join) => join.kind === 'lane')) {
      const column = side === 'left' ? gutter - 1 : gutter;
      const passed = stacked.cards.filter((card) => card.column === column);
      expect(
        passed.every((card) => y < card.y || y > card.y + card.filling.height),
        `${net.target} ${kind}`,
      ).toBe(true);
    }
});

test.each(pictures)('$name in $language: lines to different states never run on top of each other', ({ drawn }) => {
  const { bends } = layOut(drawn, 100);
  for (const [at, one] of bends.entries())
    for (const other of bends.slice(at + 1)) {
      if (one.gutter !== other.gutter || one.net === other.net) continue;
      if (one.x === other.x) expect(one.to < other.from || other.to < one.from).toBe(true);
      const heights = new Set(one.joins.map(({ y }) => y));
      const shared = other.joins.filter(
        ({ y, side }) => heights.has(y) && one.joins.some((join) => join.y === y && join.side === side),
      );
      expect(shared, `${one.net.target} and ${other.net.target}`).toEqual([]);
    }
});

test.each(shipped)('$name as Mermaid: a state each, an arrow a step and state, stages hold their states', (workflow) => {
  const drawn = drawnIn(workflow, 'en');
  const text = mermaidOf(drawn);
  const arrows = text.split('\n').filter((line) => line.includes(' --> '));
  expect(arrows).toHaveLength(drawn.columns.flatMap(({ cards }) => cards.flatMap(({ rows }) => rows)).length);
  expect(text.match(/^ +state ".*" as s_/gm)).toHaveLength(Object.keys(workflow.states).length);
  expect(text.match(/\{$/gm)?.length ?? 0).toBe(new Set(Object.values(workflow.states).flatMap(({ stage }) => stage ?? [])).size);
  expect(text).toMatch(/^---\ntitle: ".*"\n---\nstateDiagram-v2\n/);
});
