import { describe, expect, it } from '@jest/globals';
import { LOCALES } from '@sukoyaka/kernel';
import { MAIL_KINDS, mailForConsole, renderMail } from '@sukoyaka/mail';
import { BANGKOK, SAMPLES, withWords } from './support/samples.js';

const HOSTILE = [
  '<script>alert(1)</script>',
  `"><img src=x onerror=alert(1)> ' onmouseover='alert(1)`,
  'A\r\nBcc: victim@example.com\r\n\r\nYou have won',
  'A\u2028B\u2029C\u0085D\u000bE',
  'invoice\u202Efdp.exe\u2066x\u2069\u200F',
  '\u001b]0;owned\u0007\u001b[2J',
  '{{link}} $t(sign-up.subject) {{reason}}',
  '&lt;b&gt; &amp; &#60;',
  'Win now https://evil.example/a and www.evil.example, x:a:////evil.example',
  '\u{E0041}\uFEFF\u00AD\u3164',
  '\uD800 half',
  'ก้'.repeat(500),
];

const EVERY = HOSTILE.flatMap((words) =>
  MAIL_KINDS.flatMap((kind) => LOCALES.map((locale) => ({ words, kind, locale }))),
);

describe('words that people write', () => {
  it.each(EVERY)('cannot alter $kind in $locale: $words', ({ words, kind, locale }) => {
    const tame = renderMail(kind, withWords(kind, 'Name'), locale, BANGKOK);
    const mail = renderMail(kind, withWords(kind, words), locale, BANGKOK);
    expect(mail.subject).not.toMatch(/[\p{Cc}\p{Zl}\p{Zp}]/u);
    expect(mail.subject.length).toBeLessThanOrEqual(120);
    for (const part of [mail.subject, mail.text, mail.html]) {
      expect(part.replaceAll('\n', '')).not.toMatch(
        /[\p{Cc}\p{Zl}\p{Zp}]|(?![\u200C\u200D])\p{Cf}/u,
      );
      expect(part.isWellFormed()).toBe(true);
    }
    expect(tagsOf(mail.html)).toEqual(tagsOf(tame.html));
    expect(addressesOf(mail.text)).toEqual(addressesOf(tame.text));
    expect(mail.text).not.toMatch(/^(Bcc|You have won)/m);
  });

  it('are shown as they were written where they do no harm', () => {
    const words = `O'Neil & Söhne <GmbH> "ก้าวหน้า" 株式会社葛\u{E0100}城`;
    const { text, html } = renderMail(
      'grant-given',
      withWords('grant-given', words),
      'en',
      BANGKOK,
    );
    expect(text).toContain(`- Shared by: ${words}\n`);
    expect(html).toContain(
      'O&#39;Neil &amp; Söhne &lt;GmbH&gt; &quot;ก้าวหน้า&quot; 株式会社葛\u{E0100}城',
    );
  });

  it('do not fill in places of the text', () => {
    const words = '{{reason}} $t(closing)';
    const { text } = renderMail('invitation', withWords('invitation', words), 'en', BANGKOK);
    expect(text).toContain(`- Organisation: ${words}\n`);
  });

  it('are cut where they are too long, and say so', () => {
    const { text, subject } = renderMail(
      'grant-given',
      withWords('grant-given', 'ก้'.repeat(500)),
      'th',
      BANGKOK,
    );
    expect(text).toMatch(/องค์กรที่ให้สิทธิ์: (ก้){59}…\n/);
    expect(subject).toMatch(/ (ก้){23}… /);
  });

  it('that show nothing are no name', () => {
    const params = withWords('grant-given', '\u202E\u2066 \r\n\u3164');
    const { text } = renderMail('grant-given', params, 'en', BANGKOK);
    expect(text).toMatch(/^Hello,\n/);
    expect(text).toContain('- Shared by: —\n');
  });
});

describe('the view on the console', () => {
  it('shows reader, subject and links, and nothing that steers a terminal', () => {
    const mail = renderMail('account-exists', SAMPLES['account-exists'], 'en', BANGKOK);
    const view = mailForConsole({ ...mail, to: 'a@example.com\u001b[2J\n', locale: 'en' });
    expect(view).toBe(
      [
        'Mail to a@example.com [2J: [Sukoyaka] You already have an account',
        '  https://sukoyaka.example.org/links/use?lang=en#token=AbC-123_xyz',
        '  https://sukoyaka.example.org/password/forgotten?lang=en',
      ].join('\n'),
    );
  });
});

/** All markup with attributes: what a text could have added to. */
function tagsOf(html: string): readonly string[] {
  return html.match(/<[^>]*>/g) ?? [];
}

/** What a mail program turns into links by itself. */
function addressesOf(text: string): readonly string[] {
  return text.match(/\S*:\/\/\S*|www\.\S+/g) ?? [];
}
