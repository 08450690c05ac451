import { describe, expect, it } from 'vitest';
import { smallest, verdictOn } from '../../adapters/config/folder.ts';
import { play, type Scene } from './play.ts';

const { settings } = await verdictOn({ 'helpdesk.yaml': smallest });
const processes = settings?.workflows ?? {};

type Story = readonly [name: string, scenes: readonly Scene[], states: string];

const ready = { spoc_ours: 'maria', spoc_theirs: 'jane@globex.example', 'checklist.set-up': 'done' };
const reviewed = { priority: 'high', impact: 'low', scope: 'login', complete: 'yes' };

const stories: Readonly<Record<string, readonly Story[]>> = {
  'quote-first': [
    [
      'new client, clear, approved, happy',
      [
        { sender: 'unknown', channel: 'email' },
        ...['answer account confirm', 'command clear', 'command quote', 'answer offer approve', 'command spoc'],
        ready,
        ...['command start', 'command resolve', 'answer happy confirm'],
      ],
      'account raised scoping offered set-up set-up fixing resolved closed',
    ],
    [
      'unclear, discussed, low; declined, offered again',
      [
        { sender: 'known' },
        ...['command discuss', 'answer discussion accept', 'command outcome', 'command triage low', 'command quote'],
        ...['answer offer decline', 'command quote', 'answer offer approve'],
        ready,
        ...['command start', 'command resolve', 'answer happy confirm'],
      ],
      'raised discussing meeting triage scoping offered scoping offered set-up fixing resolved closed',
    ],
    [
      'high, fee, report; not happy at first',
      [
        {},
        ...['command discuss', 'command outcome', 'command triage high', 'command fee', 'answer fee approve'],
        ...['command analysis', 'command quote', 'answer offer approve'],
        ready,
        ...['command start', 'command resolve', 'answer happy reject', 'command resolve', 'answer happy confirm'],
      ],
      'raised discussing triage triage fee analysing scoping offered set-up fixing resolved fixing resolved closed',
    ],
    [
      'fee declined, then lapsed; a lead skips the analysis',
      [
        {},
        ...['command discuss', 'command outcome', 'command triage high', 'command fee', 'answer fee decline'],
        ...['command fee', 'expired fee', 'command skip-analysis'],
      ],
      'raised discussing triage triage fee triage fee triage scoping',
    ],
  ],
  'support-levels': [
    ['canned', [{ channel: 'phone' }, 'command answer', 'answer solved confirm'], 'l1 answered closed'],
    [
      'questionnaire, a question more, L2',
      [
        { channel: 'email' },
        ...['command ask', 'answer questionnaire filled'],
        { level_needed: 'L2' },
        ...['command details', 'answer details reply', 'command escalate'],
        { talked_with_user: 'yes' },
        ...['command resolve', 'answer solved confirm'],
      ],
      'l1 asking l1 asking l1 l2 answered closed',
    ],
    [
      'a change is estimated, built, published',
      [
        { channel: 'email' },
        { type: 'change-request' },
        ...['command quote', 'answer scope approve', 'command release', 'answer solved confirm'],
      ],
      'l1 change offered building published closed',
    ],
    [
      'a no goes back to whoever solved it',
      [
        { channel: 'email' },
        'command escalate',
        { talked_with_user: 'yes' },
        ...['command escalate', 'command root-cause'],
        ...['command resolve', 'answer solved reject', 'command resolve', 'answer solved confirm'],
      ],
      'l1 l2 l3 l3 answered l3 answered closed',
    ],
    [
      'canned, a no, asked, answered, solved',
      [
        {},
        ...['command answer', 'answer solved reject', 'command details', 'answer details reply', 'command resolve'],
        'answer solved confirm',
      ],
      'l1 answered l1 asking l1 answered closed',
    ],
  ],
  'qa-release': [
    [
      'whole, rejected in QA and in production',
      [
        { 'checklist.background': 'done' },
        ...['command start', 'command viable', 'command quote', 'answer hours approve'],
        { quote: 'approved' },
        ...['command qa', 'answer qa reject', 'command qa', 'answer qa validate', 'command release', 'answer prd reject'],
        ...['command rollback', 'command qa', 'answer qa validate', 'command release', 'answer prd validate'],
        'answer closing confirm',
      ],
      'received analysis analysis estimated development qa development qa releasing prd development development qa releasing prd closing closed',
    ],
    [
      'not viable',
      [{ 'checklist.background': 'done' }, 'command start', 'command notviable', 'answer closing confirm'],
      'received analysis not-viable closed',
    ],
    [
      'not viable, contested, hours declined, not wanted',
      [
        { 'checklist.background': 'done' },
        ...['command start', 'command notviable', 'answer closing reject', 'command viable', 'command quote'],
        ...['answer hours decline', 'command notwanted', 'answer closing confirm'],
      ],
      'received analysis not-viable analysis analysis estimated analysis closing closed',
    ],
    [
      'a question is answered, and answered better',
      [{ type: 'question' }, 'command answer', 'answer closing reject', 'command answer', 'answer closing confirm'],
      'received closing analysis closing closed',
    ],
    [
      'background is asked for in analysis, and it goes back there',
      [
        { 'checklist.background': 'done' },
        ...['command start', 'command ask', 'answer background reply', 'command notviable', 'answer closing confirm'],
      ],
      'received analysis background analysis not-viable closed',
    ],
    [
      'background is asked for twice',
      [
        {},
        ...['command ask', 'answer background reply', 'command ask', 'answer background reply'],
        { 'checklist.background': 'done' },
        ...['command start', 'command notviable', 'answer closing confirm'],
      ],
      'received background received background received analysis not-viable closed',
    ],
  ],
  'severity-driven': [
    [
      'error, staging, failed once',
      [
        {},
        ...['command ask', 'answer facts reply', 'command confirmed', 'command operator', 'command severity'],
        ...['command schedule', 'command qa', 'command failed', 'command qa', 'command release'],
      ],
      'open gathering open confirmed pending evaluated scheduled testing scheduled testing closed',
    ],
    [
      'error, details wanted',
      [
        {},
        ...['command confirmed', 'command operator', 'command details', 'answer facts reply', 'command confirmed'],
        ...['command operator', 'command severity', 'command schedule', 'command release'],
      ],
      'open confirmed pending gathering open confirmed pending evaluated scheduled closed',
    ],
    [
      'an error becomes a request',
      [
        { open_linked: '0' },
        ...['command confirmed', 'command operator'],
        { type: 'new-functionality' },
        ...['command brief', 'command discuss', 'answer talk accept', 'command workshop', 'command quote'],
        ...['answer estimate approve', 'command qa'],
        { 'checklist.tests': 'done' },
        ...['command monitor', 'after monitoring_days'],
      ],
      'open confirmed pending request brief evaluation scoping scoping estimate planned staging monitoring closed',
    ],
    [
      'a request, with a problem while it is monitored',
      [
        { type: 'new-functionality', 'checklist.tests': 'done', open_linked: '0' },
        ...['command brief', 'command discuss', 'command scope', 'command quote', 'answer estimate approve'],
        ...['command qa', 'command monitor', 'command problem', 'command qa', 'command monitor', 'after monitoring_days'],
      ],
      'request brief evaluation scoping estimate planned staging monitoring planned staging monitoring closed',
    ],
  ],
  'amc-desk': [
    [
      'new customer; something is missing',
      [
        { customer: 'new' },
        ...['command lead', 'command incomplete', 'answer details reply'],
        reviewed,
        ...['command assign', 'command tell', 'command resolve', 'answer solved confirm'],
      ],
      'contacting review incomplete review assigned assigned solved closed',
    ],
    [
      'old customer, contract active, solved at the second try',
      [
        { customer: 'old', contract: 'active', covered: 'yes' },
        ...['command log', 'command called'],
        reviewed,
        ...['command assign', 'command resolve', 'answer solved reject', 'command resolve', 'answer solved confirm'],
      ],
      'received contacting review assigned solved assigned solved closed',
    ],
    [
      'expired, exception approved',
      [
        { customer: 'old', contract: 'expired' },
        ...['command log', 'command exception ask', 'answer exception approve', 'command lead'],
        reviewed,
        ...['command assign', 'command resolve', 'answer solved confirm'],
      ],
      'received not-covered exception contacting review assigned solved closed',
    ],
    [
      'expired, exception refused, renewed',
      [
        { customer: 'old', contract: 'expired' },
        ...['command log', 'command exception ask', 'answer exception decline'],
        { contract: 'active', covered: 'yes' },
        ...['event contract-renewed', 'command lead'],
        reviewed,
        ...['command assign', 'command resolve', 'answer solved confirm'],
      ],
      'received not-covered exception refused contacting review assigned solved closed',
    ],
    [
      'expired, exception given on the phone and written down',
      [
        { customer: 'old', contract: 'expired' },
        ...['command log', 'command exception ask', 'command exception approve', 'command lead'],
        reviewed,
        ...['command assign', 'command resolve', 'answer solved confirm'],
      ],
      'received not-covered exception contacting review assigned solved closed',
    ],
  ],
};

describe.each(Object.entries(stories))('%s as it ships: states that a ticket comes through', (name, told) => {
  it.each(told)('%s', (_story, scenes, states) => {
    const workflow = processes[name];
    if (workflow === undefined) throw new Error(`no process ${name} ships`);
    expect(play(workflow, scenes).join(' ')).toBe(states);
  });
});
