import { describe, expect, it } from '@jest/globals';
import { LOCALES, type Locale } from '@sukoyaka/kernel';
import { MAIL_KINDS, type MailContext, renderMail } from '@sukoyaka/mail';
import { BANGKOK, CASES, LONG_LINK, ORIGIN, SAMPLES } from './support/samples.js';

const EVERY = CASES.flatMap(([kind, params]) =>
  LOCALES.map((locale) => ({
    kind,
    params,
    locale,
    mail: renderMail(kind, params, locale, BANGKOK),
  })),
);

const LINKED = EVERY.filter(({ kind }) => kind !== 'account-erased');

function signUp(locale: Locale, context: Partial<MailContext> = {}): string {
  return renderMail('sign-up', SAMPLES['sign-up'], locale, { ...BANGKOK, ...context }).text;
}

describe('every message in every language', () => {
  it.each(EVERY)('$kind in $locale is whole', ({ mail }) => {
    for (const part of [mail.subject, mail.text, mail.html]) {
      expect(part).not.toMatch(/\{\{|\}\}|\$t\(|undefined|null|NaN|\[object|^\[(en|ja|th)\]/);
      expect(part).not.toMatch(/\b[a-z]+(-[a-z]+)*\.(subject|what|link|note|otherwise|named)\b/);
    }
    expect(mail.text).not.toMatch(/[:：] *$\n\n|\n\n\n|“”|「」| {2}/m);
  });

  it.each(EVERY)('$kind in $locale has a subject of one short line', ({ mail }) => {
    expect(mail.subject).toMatch(/^(\[Sukoyaka\] |【Sukoyaka】).+$/u);
    expect(mail.subject.length).toBeLessThanOrEqual(120);
  });

  it.each(EVERY)('$kind in $locale greets, and says what sends it', ({ mail, kind, locale }) => {
    const names = {
      en: 'Dear Somchai Jaidee,',
      ja: 'Somchai Jaidee 様',
      th: 'เรียน คุณ Somchai Jaidee',
    };
    const nobody = { en: 'Hello,', ja: 'ご担当者様', th: 'เรียน ท่านผู้เกี่ยวข้อง' };
    const wanted = kind === 'staff-invitation' ? nobody[locale] : names[locale];
    expect(mail.text.split('\n')[0]).toBe(wanted);
    const selfAssessment = { en: 'assess for themselves', ja: '自己評価', th: 'ประเมินตนเอง' };
    const footer = mail.text.split('-'.repeat(40))[1];
    expect(footer).toContain(selfAssessment[locale]);
    expect(footer).toContain(ORIGIN);
  });

  it.each(LINKED)('$kind in $locale sets its link alone on a line', ({ mail, locale }) => {
    const link = `${ORIGIN}/links/use?lang=${locale}#token=AbC-123_xyz`;
    expect(mail.text.split('\n')).toContain(link);
    expect(mail.html).toContain(`<a href="${link}">`);
  });

  it.each(EVERY)('$kind in $locale is HTML that loads nothing', ({ mail, locale }) => {
    expect(mail.html).toContain(
      `<html lang="${{ en: 'en-GB', ja: 'ja-JP', th: 'th-TH' }[locale]}"`,
    );
    expect(mail.html).not.toMatch(/<(img|script|link|style|iframe|form|object|svg)\b|src=|url\(/i);
    expect(mail.html.match(/<a /g)?.length ?? 0).toBe(mail.text.match(/^https:/gm)?.length ?? 0);
  });

  it('says each kind in words of its own', () => {
    for (const locale of LOCALES) {
      const subjects = MAIL_KINDS.map(
        (kind) => renderMail(kind, SAMPLES[kind], locale, BANGKOK).subject,
      );
      expect(new Set(subjects).size).toBe(MAIL_KINDS.length);
    }
  });
});

describe('times', () => {
  it('are written as the reader writes them, with the zone', () => {
    expect(signUp('en')).toContain('31 March 2026, 17:05 (Thailand time, UTC+7)');
    expect(signUp('ja', { timeZone: 'Asia/Tokyo' })).toContain(
      '2026年3月31日 19:05（日本時間、UTC+9）',
    );
    expect(signUp('th')).toContain('31 มีนาคม 2569 เวลา 17.05 น. (เวลาประเทศไทย UTC+7)');
  });

  it('name other zones by their offset, and change the day with the zone', () => {
    expect(signUp('en', { timeZone: 'Pacific/Kiritimati' })).toContain(
      '1 April 2026, 00:05 (UTC+14)',
    );
    expect(signUp('en', { timeZone: 'UTC' })).toContain('31 March 2026, 10:05 (UTC)');
    expect(signUp('en', { timeZone: 'Asia/Kolkata' })).toContain('15:35 (UTC+5:30)');
  });

  it('are refused when there is no such zone or moment', () => {
    expect(() => signUp('en', { timeZone: 'Asia/Atlantis' })).toThrow(RangeError);
    const never = { ...SAMPLES['sign-up'], expiresAt: 'tomorrow' };
    expect(() => renderMail('sign-up', never, 'en', BANGKOK)).toThrow(RangeError);
  });
});

describe('links', () => {
  it('are never broken, however long', () => {
    const { text, html } = renderMail(
      'sign-up',
      { ...SAMPLES['sign-up'], link: LONG_LINK },
      'th',
      BANGKOK,
    );
    const link = `${ORIGIN}${LONG_LINK}&lang=th`;
    expect(text.split('\n')).toContain(link);
    expect(html).toContain(`href="${link.replaceAll('&', '&amp;')}"`);
  });

  it.each([
    'https://example.com/links/use',
    '//example.com/links/use',
    '\\\\example.com',
    'javascript:alert(1)',
    'http://sukoyaka.example.org/links/use',
    'https://user@sukoyaka.example.org/links/use',
  ])('never lead away from the service: %s', (link) => {
    const params = { ...SAMPLES['sign-up'], link };
    expect(() => renderMail('sign-up', params, 'en', BANGKOK)).toThrow(RangeError);
  });

  it('are two where one has an account: to sign in and to set a new password', () => {
    const { text } = renderMail('account-exists', SAMPLES['account-exists'], 'en', BANGKOK);
    expect(text.match(/^https:.*$/gm)).toEqual([
      `${ORIGIN}/links/use?lang=en#token=AbC-123_xyz`,
      `${ORIGIN}/password/forgotten?lang=en`,
    ]);
  });
});

describe('facts', () => {
  it('name role, countries and inviter in the language of the reader', () => {
    const text = (locale: Locale) =>
      renderMail('staff-invitation', SAMPLES['staff-invitation'], locale, BANGKOK).text;
    expect(text('en')).toContain('- Role: ministry analyst\n- Countries: Thailand and Vietnam\n');
    expect(text('ja')).toContain(
      '- 役割：省庁の分析担当者\n- 対象国：タイ、ベトナム\n- 招待者：Hanako\n',
    );
    expect(text('th')).toContain('- ประเทศที่รับผิดชอบ: ไทยและเวียดนาม\n- ผู้เชิญ: Hanako\n');
  });

  it('that a message does not have are no lines', () => {
    const { expiresAt: _, ...open } = SAMPLES['operator-access'];
    const { text } = renderMail('operator-access', open, 'en', BANGKOK);
    expect(text).not.toContain('Valid until');
    expect(text).toContain('- Reason: Asked by telephone why the total differs\n');
  });
});
