/** What somebody wants to do, as the help mail is arranged, with an example of each command that serves it. */
export type Task = { task: TaskName; examples: Readonly<Record<string, string>> };
export type TaskName =
  | 'whose'
  | 'answer'
  | 'describe'
  | 'people'
  | 'go-on'
  | 'offer'
  | 'look'
  | 'threads'
  | 'open'
  | 'clean'
  | 'self'
  | 'more';

/** A command that stands in none of them comes last, by its bare name. */
export const tasks: readonly Task[] = [
  {
    task: 'whose',
    examples: {
      take: 'take',
      assign: 'assign maria',
      unassign: 'unassign',
      level: 'level L2 "needs the server log"',
      escalate: 'escalate "customer waits since Monday"',
    },
  },
  {
    task: 'answer',
    examples: { reply: 'reply', note: 'note', send: 'send', drop: 'drop', discuss: 'discuss tue 10:00, wed 14:00 for 45m' },
  },
  {
    task: 'describe',
    examples: {
      severity: 'severity high',
      priority: 'priority urgent',
      complexity: 'complexity low',
      impact: 'impact high',
      type: 'type incident',
      tag: 'tag printer',
      untag: 'untag printer',
      subject: 'subject "Printer on the second floor"',
      set: 'severity=high',
      customer: 'customer globex',
      account: 'account "Initech Ltd"',
    },
  },
  {
    task: 'people',
    examples: {
      cc: 'cc joe@globex.example',
      uncc: 'uncc joe@globex.example',
      contact: 'contact joe@globex.example',
      requester: 'requester joe@globex.example',
      reporter: 'reporter maria',
      watch: 'watch',
      unwatch: 'unwatch',
    },
  },
  {
    task: 'go-on',
    examples: {
      time: 'time 1h30',
      eta: 'eta fri',
      hold: 'hold until fri 9:00',
      resume: 'resume',
      close: 'close',
      withdraw: 'withdraw',
      reopen: 'reopen',
      approve: 'approve by jane via phone "fine, go ahead"',
      decline: 'decline by jane via phone "too expensive"',
      validate: 'validate by jane via chat "works here"',
      reject: 'reject by jane via phone "the list is empty"',
      confirm: 'confirm by jane via phone "you may close it"',
      remind: 'remind',
      accept: 'accept by jane via phone "Monday at ten"',
    },
  },
  {
    task: 'offer',
    examples: {
      quote: 'quote 480 EUR 6h valid 30d',
      fee: 'fee 120 EUR',
      analysis: 'analysis',
      po: 'po 4500012345',
      charge: 'charge 35 EUR travel',
    },
  },
  {
    task: 'look',
    examples: {
      status: 'status',
      history: 'history',
      sla: 'sla with gold',
      why: 'why',
      list: 'list mine',
      report: 'report week',
      find: 'find printer customer=globex',
      review: 'review globex quarter',
    },
  },
  {
    task: 'threads',
    examples: {
      merge: 'merge HD-1042',
      unmerge: 'unmerge',
      split: 'split 2',
      move: 'move HD-1042',
      link: 'link HD-1042',
      unlink: 'unlink HD-1042',
      master: 'master HD-1042',
    },
  },
  {
    task: 'open',
    examples: { new: 'new for jane@globex.example', phone: 'phone jane@globex.example', social: 'social @jane@mastodon.example' },
  },
  {
    task: 'clean',
    examples: {
      admit: 'admit',
      redact: 'redact message',
      spam: 'spam',
      block: 'block elsewhere.example',
      unblock: 'unblock elsewhere.example',
      delete: 'delete',
      restore: 'restore',
    },
  },
  {
    task: 'self',
    examples: {
      undo: 'undo',
      away: 'away until mon',
      receipts: 'receipts off',
      digest: 'digest worklist off',
      help: 'help assign',
    },
  },
];

/** How a command looks when it is written. */
export const exampleOf = (name: string): string => tasks.flatMap(({ examples }) => examples[name] ?? [])[0] ?? name;
