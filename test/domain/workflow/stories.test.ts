import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { loadConfig } from '../../../src/adapters/config/load-config.ts';
import type { Step } from '../../../src/domain/workflow/workflow.ts';
import { playStory } from './play-story.ts';

const dir = join(import.meta.dirname, 'stories');
const loaded = await loadConfig(join(import.meta.dirname, '..', '..', '..', 'config'), {});
if (loaded.kind !== 'ok') throw new Error('the shipped configuration has mistakes');
const { workflows } = loaded.settings;

/** A story is a title and, indented, what happens on one ticket: each line a deed and the state that it leads to. */
const storiesIn = (name: string): [title: string, lines: string[]][] =>
  readFileSync(join(dir, `${name}.txt`), 'utf8')
    .trim()
    .split(/\n\n+/)
    .map((story) => story.split('\n').map((line) => line.trim()))
    .map(([title = '', ...lines]) => [title, lines]);

const processes = readdirSync(dir).map((file) => file.replace('.txt', ''));
const cases = processes.flatMap((name) => storiesIn(name).map(([title, lines]) => ({ name, title, lines })));

test.each(cases)('$name: $title', ({ name, lines }) => {
  playStory(processNamed(name), lines);
});

test.each(processes)('every entry, step and state of %s is in a story', (name) => {
  const workflow = processNamed(name);
  const played = storiesIn(name).map(([, lines]) => playStory(workflow, lines));
  const taken = new Set<Step>(played.flatMap(({ steps }) => steps));
  const stood = new Set(played.flatMap(({ states }) => states));
  expect(workflow.steps.filter((step) => !taken.has(step)).map(({ line }) => line)).toEqual([]);
  expect(workflow.entries.map(({ state }) => state).filter((state) => !stood.has(state))).toEqual([]);
});

function processNamed(name: string) {
  const workflow = workflows[name];
  if (workflow === undefined) throw new Error(`there is no process ${name}`);
  return workflow;
}
