import { describe, expect, test } from 'vitest';
import { htmlToText } from '../../../src/adapters/email/mime/html-text.ts';
import { visibleText } from '../../../src/domain/visible-text/visible-text.ts';
import { mailOf } from './parse.ts';

const shown = (html: string): string => visibleText(htmlToText(html).unquoted);

const wrote =
  'On Mon, Mar 2, 2026 at 10:05 AM Jane Roe &lt;<a href="mailto:jane@globex.example">jane@globex.example</a>&gt; wrote:';
const block =
  '<b>From:</b> Jane Roe &lt;jane@globex.example&gt;<br><b>Sent:</b> Monday, March 2, 2026 10:05 AM<br><b>To:</b> Support<br><b>Subject:</b> Printer';
/** In no language that we know. */
const unknown = 'QaghwI’ jatlh Jane Roe:';

/** An answer in HTML as mail programs write it; all say "Works now." and nothing else of their own. */
const answers: readonly (readonly [string, string])[] = [
  [
    'Gmail',
    `<div dir="ltr">Works now.</div><br><div class="gmail_quote gmail_quote_container"><div dir="ltr" class="gmail_attr">${wrote}<br></div><blockquote class="gmail_quote" style="margin:0px 0px 0px 0.8ex;border-left:1px solid rgb(204,204,204);padding-left:1ex"><div>Does it work?</div></blockquote></div>`,
  ],
  [
    'Gmail in a language of its own',
    `<div>Works now.</div><div class="gmail_quote"><div class="gmail_attr">${unknown}<br></div><blockquote class="gmail_quote"><div>Does it work?</div></blockquote></div>`,
  ],
  [
    'Gmail of old',
    `Works now.<div class="gmail_extra"><br><br><div class="gmail_quote">2026-03-02 10:05 GMT+01:00 Jane Roe <span dir="ltr">&lt;jane@globex.example&gt;</span>:<br><blockquote class="gmail_quote">Does it work?</blockquote></div><br></div>`,
  ],
  [
    'Gmail, the answer below',
    `<div class="gmail_quote"><div class="gmail_attr">${wrote}<br></div><blockquote class="gmail_quote">Does it work?</blockquote><div>Works now.</div></div>`,
  ],
  [
    'Gmail, with a signature',
    `<div>Works now.</div><span class="gmail_signature_prefix">-- </span><br><div dir="ltr" class="gmail_signature" data-smartmail="gmail_signature">Best,<br>Jane</div><br><div class="gmail_quote"><div class="gmail_attr">${wrote}</div><blockquote class="gmail_quote">x</blockquote></div>`,
  ],
  [
    'Gmail, its quotation rewritten by Outlook',
    `<div>Works now.</div><div class="x_gmail_quote"><div class="x_gmail_attr">${unknown}</div><blockquote class="x_gmail_quote">Does it work?</blockquote></div>`,
  ],
  [
    'Yahoo',
    `<div>Works now.</div><div id="ydp1a2b3cyahoo_quoted_123" class="ydp1a2b3cyahoo_quoted"><div>On Monday, March 2, 2026, 10:05:30 AM GMT+1, Jane Roe wrote:</div><div>Does it work?<blockquote>older</blockquote>and more</div></div>`,
  ],
  [
    'Thunderbird',
    `<p>Works now.</p><div class="moz-cite-prefix">${unknown}<br></div><blockquote type="cite" cite="mid:1@x"><p>Does it work?</p></blockquote>`,
  ],
  ['Thunderbird, with a signature', `<p>Works now.</p><div class="moz-signature">-- <br>Jane Roe</div>`],
  ['Thunderbird, a plain signature', `<p>Works now.</p><pre class="moz-signature" cols="72">-- \nJane Roe\nGlobex</pre>`],
  [
    'Apple Mail',
    `<html><body>Works now.<br id="lineBreakAtBeginningOfMessage"><div><br><blockquote type="cite"><div>On 2 Mar 2026, at 10:05, Jane Roe &lt;jane@globex.example&gt; wrote:</div><br><div>Does it work?</div></blockquote></div></body></html>`,
  ],
  [
    'iPhone',
    `<div dir="ltr">Works now.</div><div dir="ltr"><br>Sent from my iPhone</div><div dir="ltr"><br><blockquote type="cite">On Mar 2, 2026, at 10:05 AM, Jane Roe &lt;jane@globex.example&gt; wrote:<br><br></blockquote></div><blockquote type="cite"><div dir="ltr">Does it work?</div></blockquote>`,
  ],
  [
    'iPhone in German',
    `<div>Works now.<br><br><div id="AppleMailSignature">Von meinem iPhone gesendet</div><div><br>Am 02.03.2026 um 10:05 schrieb Jane Roe &lt;jane@globex.example&gt;:<br><br></div><blockquote type="cite">Does it work?</blockquote></div>`,
  ],
  [
    'Outlook',
    `<div class="WordSection1"><p class="MsoNormal">Works now.</p><p class="MsoNormal"><o:p>&nbsp;</o:p></p><div><div style="border:none;border-top:solid #E1E1E1 1.0pt;padding:3.0pt 0in 0in 0in"><p class="MsoNormal">${unknown}</p></div></div><p>Does it work?</p></div>`,
  ],
  [
    'Outlook of old',
    `<p>Works now.</p><div style='border:none;border-top:solid #B5C4DF 1.0pt;padding:3.0pt 0cm 0cm 0cm'><p>${unknown}</p></div><p>Does it work?</p>`,
  ],
  [
    'Outlook, another border',
    `<p>Works now.</p><div style="border:none;border-top:solid windowtext 1.0pt;padding:3.0pt 0in 0in 0in">${unknown}</div><p>Does it work?</p>`,
  ],
  ['Outlook, without a border', `<p class="MsoNormal">Works now.</p><p class="MsoNormal">${block}</p><p>Does it work?</p>`],
  [
    'Outlook 2003',
    `<p>Works now.</p><div class="OutlookMessageHeader" lang="en-us" dir="ltr" align="left"><hr tabindex="-1">${unknown}</div><div>Does it work?</div>`,
  ],
  [
    'Outlook on the web',
    `<div class="elementToProof">Works now.</div><div id="appendonsend"></div><hr style="display:inline-block;width:98%" tabindex="-1"><div id="divRplyFwdMsg" dir="ltr">${unknown}</div><div>Does it work?</div>`,
  ],
  [
    'Outlook on the web, with a signature',
    `<div>Works now.</div><div id="Signature" class="elementToProof"><p>Jane Roe</p><p>Globex</p></div><div id="appendonsend"></div><hr tabindex="-1"><div id="divRplyFwdMsg">${block}</div>`,
  ],
  [
    'Outlook on the web, stopSpelling',
    `<div>Works now.</div><hr id="stopSpelling" tabindex="-1"><div id="x_divRplyFwdMsg">${block}</div><div>old</div>`,
  ],
  [
    'Outlook for iOS',
    `<div dir="ltr">Works now.</div><div id="ms-outlook-mobile-body-separator-line"><br></div><div class="ms-outlook-mobile-signature" id="ms-outlook-mobile-signature">Hol dir <a href="https://aka.ms/o0ukef">Outlook für iOS</a></div><div id="mail-editor-reference-message-container" class="ms-outlook-mobile-reference-message"><hr><div>${block}</div><div>Does it work?</div></div>`,
  ],
  [
    'Outlook for Mac',
    `<div>Works now.</div><span id="OLK_SRC_BODY_SECTION"><div>${unknown}</div><div>Does it work?</div></span>`,
  ],
  [
    'Proton',
    `<div>Works now.</div><div class="protonmail_signature_block"><div class="protonmail_signature_block-proton">Sent with Proton Mail</div></div><div class="protonmail_quote">${unknown}<br><br><blockquote class="protonmail_quote" type="cite">Does it work?</blockquote><br></div>`,
  ],
  [
    'Zoho',
    `<div>Works now.</div><div class="zmail_extra_hr" style="border-top:1px solid #ccc"></div><div class="zmail_extra"><div>${unknown}</div><blockquote>Does it work?</blockquote></div>`,
  ],
  [
    'Zimbra',
    `<div>Works now.</div><hr id="zwchr" data-marker="__DIVIDER__"><div data-marker="__HEADERS__">${block}</div><div data-marker="__QUOTED_TEXT__">old</div>`,
  ],
  [
    'Spark',
    `<div name="messageBodySection">Works now.</div><div name="messageSignatureSection">Jane</div><div name="messageReplySection">${unknown}<blockquote>old</blockquote></div>`,
  ],
  [
    'Airmail',
    `<div>Works now.</div><div class="bloop_sign" id="bloop_sign_1">Jane</div><p class="airmail_on">${unknown}</p><blockquote type="cite" class="clean_bq">old</blockquote>`,
  ],
  [
    'Mail.ru',
    '<div>Works now.<br><br><br><blockquote style="border-left:1px solid #0857A6;margin:10px;padding:0 0 0 10px;">Понедельник, 2 марта 2026, 10:05 +03:00 от Jane Roe &lt;jane@globex.example&gt;:<br>old</blockquote></div>',
  ],
  [
    'Yandex',
    '<div>Works now.</div><div>02.03.2026, 10:05, "Jane Roe" &lt;jane@globex.example&gt;:</div><blockquote><p>old</p></blockquote>',
  ],
  [
    'QQ',
    '<div>Works now.</div><div><includetail><div>&nbsp;</div><div style="font-size:12px">------------------&nbsp;原始邮件&nbsp;------------------</div><div>old</div></includetail></div>',
  ],
  [
    'QQ, without its element',
    '<div>Works now.</div><div>------------------&nbsp;原始邮件&nbsp;------------------</div><div><b>发件人:</b>&nbsp;"Jane"&lt;jane@globex.example&gt;;</div><div>old</div>',
  ],
  [
    '163',
    '<div>Works now.</div><div id="spnEditorSign">Jane</div><div style="zoom:1"></div><div id="divNeteaseMailCard"></div><br>在 2026-03-02 10:05:30，"Jane Roe" &lt;jane@globex.example&gt; 写道：<br> <blockquote id="isReplyContent" style="PADDING-LEFT:1ex">old</blockquote>',
  ],
  [
    'Naver',
    '<div>Works now.</div><div><p>-----Original Message-----<br><b>From:</b> "Jane"<br><b>Sent:</b> 2026-03-02 (월) 10:05:30</p></div><div>old</div>',
  ],
  [
    'GMX',
    '<div>Works now.</div><div class="signature">Jane Roe<br>Globex</div><div name="quote" style="margin:10px 5px"><div><b>Gesendet:</b> Montag, 02. März 2026 um 10:05 Uhr<br><b>Von:</b> "Jane Roe" &lt;jane@globex.example&gt;<br><b>An:</b> x<br><b>Betreff:</b> y</div><div name="quoted-content">old</div></div>',
  ],
  ['Roundcube', `<p>Works now.</p><p id="reply-intro">${unknown}</p><blockquote type="cite">old</blockquote>`],
  [
    'Notes',
    '<font size=2>Works now.</font><br><br><table><tr><td>From:</td><td>Jane Roe/Globex</td></tr><tr><td>To:</td><td>Support/Acme@Acme</td></tr><tr><td>Date:</td><td>03/02/2026 10:05 AM</td></tr><tr><td>Subject:</td><td>Printer</td></tr></table><hr noshade><br>old',
  ],
];

describe('quotations in HTML', () => {
  test.each(answers)('%s', (_, html) => {
    expect(shown(html)).toBe('Works now.');
    expect(htmlToText(html).text).toContain('Works now.');
  });

  test('Gmail: answers between quotations stay, in order', () => {
    const html = `<div class="gmail_quote"><div class="gmail_attr">${unknown}</div><blockquote class="gmail_quote">First?</blockquote><div>Yes.</div><blockquote class="gmail_quote">Second?</blockquote><div>No.</div></div>`;
    expect(shown(html)).toBe('Yes.\n\nNo.');
  });

  test('Apple Mail: answers between quotations stay, in order', () => {
    const html = `<div>Hi,</div><blockquote type="cite">${wrote}<br>First?</blockquote><div>Yes.</div><blockquote type="cite">Second?</blockquote><div>No.</div>`;
    expect(shown(html)).toBe('Hi,\n\nYes.\n\nNo.');
  });

  test('Gmail: a forwarded mail stays', () => {
    const html =
      '<div>See below.</div><div class="gmail_quote"><div class="gmail_attr">---------- Forwarded message ---------<br>From: <b>Jane</b> &lt;jane@globex.example&gt;<br>Date: Mon, Mar 2, 2026<br>Subject: Printer<br></div><br><div>It smokes.</div></div>';
    expect(shown(html)).toContain('See below.');
    expect(shown(html)).toContain('It smokes.');
  });

  test('Apple Mail: a forwarded mail stays', () => {
    const html =
      '<div>See below.</div><div>Begin forwarded message:</div><blockquote type="cite"><div><b>From: </b>Jane &lt;jane@globex.example&gt;</div><div><b>Subject: </b>Printer</div><div>It smokes.</div></blockquote>';
    expect(shown(html)).toContain('It smokes.');
  });

  test.each([
    ['FW: Printer', true],
    ['WG: Printer', true],
    ['RE: FW: Printer', false],
    ['RE: Printer', false],
  ])('Outlook: with the subject %s what is below the header is content: %s', async (subject, isContent) => {
    const html = `<p>See below.</p><div id="divRplyFwdMsg">${block}</div><p>It smokes.</p>`;
    const head = `From: bob@x.example\nSubject: ${subject}\nMIME-Version: 1.0\n`;
    const mails = [
      await mailOf(`${head}Content-Type: text/html\n\n${html}`),
      await mailOf(
        `${head}Content-Type: text/plain\n\nSee below.\n\n${block.replace(/<br>/g, '\n').replace(/<[^>]*>/g, '')}\n\nIt smokes.`,
      ),
    ];
    for (const mail of mails) {
      expect(mail.visibleText).toContain('See below.');
      expect(mail.visibleText.includes('It smokes.')).toBe(isContent);
    }
  });

  test('text that was only moved to the right stays', () => {
    expect(shown('<div>One</div><blockquote style="margin:0 0 0 40px;border:none;padding:0px"><div>Two</div></blockquote>')).toBe(
      'One\n\nTwo',
    );
  });

  test('a mail that is nothing but a quotation is shown, with its marks', () => {
    expect(shown('<div class="gmail_quote"><blockquote class="gmail_quote">approve</blockquote></div>')).toBe('> approve');
    expect(shown('<div id="divRplyFwdMsg">old</div><div>approve</div>')).toBe('> old\n> approve');
  });

  test.each([
    '<div class="signatures">Two</div>',
    '<div style="border-top:solid #E1E1E1 1.0pt">Two</div>',
    '<div style="border:none;border-bottom:solid #E1E1E1 1.0pt">Two</div>',
    '<hr><div>Two</div>',
    '<div class="quote">Two</div>',
  ])('no container: %s', (html) => {
    expect(shown(`<div>One</div>${html}`)).toMatch(/^One\n\n?Two$/);
  });
});
