import type { ClaimSide } from '../address-claim.ts';
import type { TaskName } from '../decide/commands/tasks.ts';
import type { HandedOver } from '../handover/hand-out.ts';
import type { ReviewMail } from '../review/tell-review.ts';
import type { Part, Saying } from '../saying.ts';
import type { Party } from '../ticket.ts';
import type { AnswerTemplates } from './answers-data.ts';
import type { ClockTemplates } from './clock-data.ts';
import type { ContractNewsData } from './contracts/contract-news.ts';
import type { CoverageShown } from './coverage-shown.ts';
import type { DigestTemplates, ReportTemplates } from './digest-data.ts';
import type { News, Questions, StepTemplates } from './flow/step-data.ts';
import type { Enclosed, HelpCommandData, ListedTicket, NoticeData, Words } from './letter-data.ts';
import type { Reach } from './reach.ts';

/**
 * What each mail that goes out is told. Plain data: it stands as JSON in the outbox until its row is due.
 *
 * Every field is always there, '' or [] where there is nothing to say: templates are strict about names.
 * Times come ready for the reader's zone. Only `body` and `text` may have several lines; whatever else holds a
 * line break is shown as one line, so that no title can forge a second line of ours.
 */
export type TemplateData = StepTemplates &
  AnswerTemplates &
  DigestTemplates &
  ClockTemplates &
  ReportTemplates & {
    /** To a sender we know or whose address is proved. `called`: a colleague noted what they said on the phone. */
    acknowledge: Thread & News & Questions & { customerName: string; called: boolean; coverage: CoverageShown };
    /** To anybody else: not one word of theirs (A15). */
    'acknowledge-short': News & Questions & { deskName: string; tag: string; called: boolean };
    /** An associate's words to a customer. */
    reply: Thread & Words;
    closed: Thread & Words;
    /** Whether they called; nothing that was noted. */
    'confirm-call': { deskName: string; at: string; reference: string };
    /** `putBack`: not the ticket, but a question whose no was taken back. */
    reopened: Thread & { putBack: boolean };
    /** A customer asked how their ticket stands. */
    'ticket-state': Thread & CustomerState & { opened: string };
    /** To the customer of a ticket that hangs on another: that one is closed, or was answered for all. */
    'master-notice': Thread & Words & { closed: boolean };
    /** `linkedTo`: a stranger quoted that number, so this ticket was opened beside it; '' for an ordinary one. `follows`: it answers that one, closed too long ago; `deleted`: that one, which is deleted. */
    'notify-new': Thread & CustomerMail & News & Questions & { linkedTo: string; follows: string; deleted: string };
    /** `reopened`: the ticket was closed until this mail came; `newSubject`: what it is called now, '' where it always was; `noticed`: what it answered. */
    'notify-reply': Thread & CustomerMail & { reopened: boolean; newSubject: string; noticed: readonly Saying[] };
    /** `team`: it went to that one, '' where to the reader; `handover`: what the giver says of it, as many lines as they wrote; `soFar`: what the reader should know before they begin. */
    'notify-assigned': Thread & CustomerMail & { assignedBy: string; team: string; handover: string; soFar: readonly Fact[] };
    /**
     * A ticket that somebody held is free, or another's. `wasYours`: the reader held it; `heldBy`: who did, '' where they freed it
     * themselves; `goesTo`: the person or team it went to, '' for nobody; `tookOver`: `freedBy` took it.
     */
    'notify-freed': Thread &
      CustomerMail & { freedBy: string; wasYours: boolean; heldBy: string; goesTo: string; tookOver: boolean };
    /** The pause of a ticket is over. `reason`: why it was paused, '' where nobody said. */
    'notify-woken': Thread & CustomerMail & { pausedOn: string; reason: string };
    /** Time brought something about on a ticket. `because`: what it means, '' where the headline says all. */
    'notify-due': Thread & CustomerMail & { headline: Saying; because: Saying | '' };
    /** `tag`, `title` are '' where it belongs to no ticket yet; `detail` is the technical reason, ready to show. */
    'notify-held': Thread &
      Standing &
      Sender &
      Enclosed &
      Reach & { reason: HeldReason; detail: Part; actions: readonly Action[] };
    /** `answer` is the server's, quoted as data; `body` the text that did not arrive. */
    'notify-failed': Thread & Standing & { recipient: string; answer: string; body: string; actions: readonly Action[] };
    'handed-over': HandedOver;
    'service-review': ReviewMail;
    receipt: Thread & {
      changes: readonly { command: string; change: Saying }[];
      /** Commands that already stood in an earlier subject. */
      notRepeated: readonly string[];
      mails: readonly AnnouncedMail[];
      actions: readonly Action[];
    };
    /** For a mail whose lines name their tickets. `body`: text that belongs to none of them; `stray`: commands without a ticket. */
    'receipt-many': {
      deskName: string;
      subject: string;
      tickets: readonly TicketReceipt[];
      done: number;
      refused: number;
      body: string;
      stray: readonly string[];
    };
    /** Nothing was applied; `body` is the author's own text, kept as a held draft where there is any. */
    'command-error': Thread & { commands: readonly CheckedCommand[]; body: string; actions: readonly Action[] };
    /** `other`: the answer that a colleague gave meanwhile; `finds`: lines that were hardly meant for a customer. */
    'draft-held': Thread & {
      reason: 'collision' | 'leak';
      finds: readonly { what: 'note' | 'command' | 'signed-address' | 'foreign-address'; line: string }[];
      other: readonly ShownMessage[];
      /** Of the same mail; not carried out either. */
      commands: readonly string[];
      body: string;
      actions: readonly Action[];
    };
    /** Whether mails in their name are theirs; nothing that those mails say. */
    confirm: { deskName: string; requests: readonly ConfirmedRequest[]; actions: readonly Action[] };
    /** Whether an address is an associate's too. Who reads the address is told nothing but the question. */
    'confirm-address': { deskName: string; asks: ClaimSide; address: string; actions: readonly Action[] };
    /** Both said yes (`line` is what an admin may paste), or one said no; times are '' where nothing was said. */
    'second-address': {
      deskName: string;
      handle: string;
      name: string;
      address: string;
      line: string;
      confirmed: boolean;
      refusedBy: ClaimSide | '';
      associateAt: string;
      addressAt: string;
    };
    /** `earlier`: lines of the journal that are not shown. */
    history: Thread & { rows: readonly HistoryRow[]; earlier: number; actions: readonly Action[] };
    why: Thread & { facts: readonly Fact[]; rows: readonly HistoryRow[]; actions: readonly Action[] };
    /** `said`: what was looked for; `count`: all there are, `more` of them not shown; `file`: the name of what is attached. */
    list: {
      deskName: string;
      what: 'mine' | 'open' | 'unassigned' | 'breached' | 'held' | 'query' | 'found';
      said: string;
      tickets: readonly ListedTicket[];
      count: number;
      more: number;
      file: string;
      /** A ticket to show the form of an answer by. */
      example: string;
      actions: readonly Action[];
    };
    status: Thread & {
      facts: readonly Fact[];
      messages: readonly ShownMessage[];
      whoseTurn: Turn;
      actions: readonly Action[];
    };
    help: {
      deskName: string;
      groups: readonly {
        task: TaskName;
        commands: readonly { name: string; args: string; help: Saying; example: string }[];
      }[];
    };
    'help-command': HelpCommandData;
    /** `details`: lines of a log or of a configuration check, as they are. */
    'admin-alert': { deskName: string; title: Saying; happened: Saying; todo: Saying | ''; details: readonly string[] };
    /** To those who buy support: a contract of theirs ends or has ended, or so much of it is used. Days, numbers in the reader's language. */
    'contract-news': ContractNewsData;
    notice: NoticeData;
    /** The desk's test mail to itself; `lines` are the forged headers it bears. */
    probe: { deskName: string; source: string; number: number; lines: readonly string[] };
  };

export type TemplateName = keyof TemplateData;

/** What every mail on a ticket knows. `tag` is "HD-1042", without brackets; `subject` the whole line, ready. */
export type Thread = { deskName: string; tag: string; title: string; subject: string };

/** How a ticket stands for its customer; `closed`: when, '' while it is open. `status`: what they read of its state. */
export type CustomerState = { state: 'our-turn' | 'your-turn' | 'paused' | 'closed'; closed: string; status: Part };

/** The address is shown in the text only, never in a header of an associate's mail. */
type Sender = { senderName: string; senderAddress: string; customerName: string };

export type CustomerMail = Sender &
  Enclosed &
  Reach & {
    proved: boolean;
    /** By what ("dmarc", "smtp login") it is proved, or why it is not. */
    evidence: Part;
    whoseTurn: Turn;
    plainReplyDoes: PlainReply;
    actions: readonly Action[];
  };

/** `whoseTurn` is '' where there is no ticket. */
export type Standing = { whoseTurn: Turn | ''; plainReplyDoes: PlainReply };

export type Turn = 'you' | 'associates' | Exclude<Party, 'staff'>;

/** What an answer without a command becomes: words to the customer, or an internal note. */
export type PlainReply = 'customer' | 'note';

export type HeldReason =
  | 'associate-not-proved'
  | 'participant-not-proved'
  | 'check-failed'
  | 'unreadable'
  | 'forward-unclear'
  | 'other';

/** A ready-written mail to open (`mailto:`); `command` is what plain-text readers type instead, '' where there is no such word. */
export type Action = {
  /** A key of the words that buttons have, or a name of the process. */
  label: Part;
  href: string;
  command: string;
  /** Of the mail it opens, where that is not the thread it stands in. */
  subject?: string;
  /** What stands in that mail already. */
  body?: string;
  /** Answers that question of ours, with `line` as the first of the text. */
  confirms?: number;
  /** Answers that question to somebody on a ticket, and counts until then; null: as long as it waits. */
  answers?: { ask: number; until: number | null };
  line?: string;
  /** One of several that count the same, such as figures or times: none of them stands out. */
  alike?: boolean;
};

export type Fact = { label: Part; value: Part };

/** `detail`: what changed, as handles and values; '' where the event says it all. */
export type HistoryRow = { at: string; actor: string; event: string; detail: Part };

/** `commands` where nothing was applied on it, `changes` where all was. */
export type TicketReceipt = {
  tag: string;
  title: string;
  commands: readonly CheckedCommand[];
  changes: readonly { command: string; change: Saying }[];
  mails: readonly AnnouncedMail[];
  actions: readonly Action[];
};

/** `at` is '' for a mail that leaves at once. */
export type AnnouncedMail = {
  to: string;
  what: 'reply' | 'closed' | 'reopened' | 'notification' | 'acknowledgement' | 'question' | 'news';
  at: string;
};

/** `caret` marks the fault below `command`: spaces, then `^`; '' where nothing in particular is at fault. */
export type CheckedCommand = {
  command: string;
  ok: boolean;
  problem: Saying | '';
  caret: string;
  expected: Saying | '';
  suggestions: readonly Action[];
};

/** `commands`: as written, none for an answer to the customer; `host`: the machine that sent it, '' where unknown. */
export type ConfirmedRequest = { tag: string; commands: readonly string[]; at: string; host: string };

export type ShownMessage = { direction: 'in' | 'out' | 'note' | 'held'; from: string; at: string; text: string };
