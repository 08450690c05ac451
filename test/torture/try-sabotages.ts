import type { Ending } from './plan.ts';
import { type Judgement, judge } from './report.ts';
import { type Sabotage, sabotages } from './sabotages.ts';
import { clearAway, torment } from './torment.ts';

export type Caught = { name: string; sabotage: Sabotage; judgement: Judgement; isCaught: boolean };

/** Lets a desk with a deliberate mistake run for a moment: the law it breaks must notice. */
export async function trySabotage(name: string, seed: number): Promise<Caught> {
  const sabotage = sabotages[name];
  if (sabotage === undefined) throw new Error(`There is no sabotage ${name}; known: ${Object.keys(sabotages).join(', ')}, all`);
  const needsRun = sabotage.kills.length === 0 || sabotage.mix.command !== undefined; // commands answer a mail of the desk
  const plan: Ending[] = [...(needsRun ? [{ kind: 'stop', after: 500 } as const] : []), ...sabotage.kills.map(pointOf)];
  const run = await torment({
    ...{ rounds: plan.length, mails: plan.length * 12, seconds: 0, seed, plan: () => plan },
    ...{ mix: sabotage.mix, sabotage: name, rest: 30 },
  });
  const judgement = judge(run);
  await clearAway(run.dir);
  const isCaught = judgement.some(({ id, breaches }) => id === sabotage.breaks && breaches.length > 0);
  return { name, sabotage, judgement, isCaught };
}

/** A line for people. */
export function verdict({ name, sabotage, judgement, isCaught }: Caught): string {
  const broken = judgement.filter(({ breaches }) => breaches.length > 0).map(({ id, breaches }) => `${id} (${breaches.length})`);
  const first = judgement.find(({ id }) => id === sabotage.breaks)?.breaches[0] ?? '';
  return `${isCaught ? 'caught' : 'NOT CAUGHT'}  ${name}: ${sabotage.does}; broke ${broken.join(', ') || 'nothing'}\n        ${first}`;
}

function pointOf(wanted: string): Ending {
  const [at = '', count = '1'] = wanted.split(':');
  return { kind: 'point', at, count: Number(count) };
}
