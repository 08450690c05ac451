// npm run mails    every check of the mails as a table in Markdown, a line a template and language; then what fails
import { mailChecks } from '../src/adapters/templates/mail-checks/checks.ts';
import { everyMail, type FilledMail } from '../test/adapters/templates/mails/every-mail.ts';

const mails = await everyMail();
const groups = [...Map.groupBy(mails, ({ template, language }) => `${template} | ${language}`)];
const names = mailChecks.map(({ name }) => name);

console.log(mailChecks.map(({ name, holds }) => `- **${name}**: ${holds}`).join('\n'));
console.log(`\n| template | language | samples | KB | ${names.join(' | ')} |\n|${' --- |'.repeat(names.length + 4)}`);
for (const [name, group] of groups)
  console.log(`| ${name} | ${group.length} | ${largest(group)} | ${names.map((one) => verdict(group, one)).join(' | ')} |`);

const failing = mails.filter(({ faults }) => faults.length > 0);
console.log(`\n${mails.length} mails, ${failing.length} with faults`);
for (const { template, language, at, faults } of failing)
  for (const { check, fault } of faults) console.log(`- ${language}/${template} ${at}: ${check}: ${fault}`);
process.exitCode = failing.length === 0 ? 0 : 1;

function largest(group: readonly FilledMail[]): string {
  return (Math.max(...group.map(({ mail }) => Buffer.byteLength(mail.html))) / 1024).toFixed(1);
}

function verdict(group: readonly FilledMail[], check: string): string {
  const failed = group.filter(({ faults }) => faults.some((one) => one.check === check)).length;
  return failed === 0 ? 'ok' : `${failed} fail`;
}
