import { describe, expect, it } from '@jest/globals';
import { AUDIT_ACTIONS, type AuditFacts, auditRule } from '@sukoyaka/audit';
import { type Locale, LOCALES } from '@sukoyaka/kernel';
import { resources } from '@sukoyaka/locales';
import { quoted } from '../src/modules/audit/audit-csv.js';
import { sentenceOf } from '../src/modules/audit/audit.mapper.js';

const ACTIONS = Object.keys(AUDIT_ACTIONS);

/** The texts of a language by action; `reasoned` are those for when a reason was given. */
function textsOf(
  locale: Locale,
  kind: 'action' | 'reasoned' = 'action',
): Readonly<Record<string, string>> {
  const groups = Object.entries<Readonly<Record<string, string>>>(resources[locale].audit[kind]);
  const texts = groups.flatMap(([group, actions]) =>
    Object.entries(actions).map(([name, text]) => [`${group}.${name}`, text]),
  );
  return Object.fromEntries(texts) as Record<string, string>;
}

describe.each(LOCALES)('the words for what happened in "%s"', (locale) => {
  it('are there for each action of the log, and for no other', () => {
    expect(Object.keys(textsOf(locale)).sort()).toEqual(ACTIONS.toSorted());
  });

  it('name only what events of the action can tell', () => {
    const texts = [
      ...Object.entries(textsOf(locale)),
      ...Object.entries(textsOf(locale, 'reasoned')),
    ];
    for (const [action, text] of texts) {
      const facts = Object.keys(auditRule(action)?.facts ?? {});
      const known = facts.flatMap((name) => [name, `${name}Before`]);
      const named = [...text.matchAll(/\{\{(\w+)\}\}/g)].map(([, name]) => name);
      expect({ action, unknown: named.filter((name) => !known.includes(name ?? '')) }).toEqual({
        action,
        unknown: [],
      });
    }
  });

  it('tell a reason that was given, in whole, and are whole without one', () => {
    for (const action of Object.keys(textsOf(locale, 'reasoned'))) {
      const reason = 'Laptop <b>stolen</b> & "found" {{sessions}} $t(unknown)';
      const told = (after: AuditFacts | null) =>
        sentenceOf({ action, before: null, after }, locale);
      expect(told({ sessions: 2, reason })).toContain(reason);
      expect([null, { sessions: 2 }, { reason: null }].map(told)).toEqual(
        Array(3).fill(textsOf(locale)[action]),
      );
    }
  });

  it('leave no blank where an event tells less, or is of a later version', () => {
    for (const action of ACTIONS) {
      const sentence = sentenceOf({ action, before: null, after: null }, locale);
      expect(sentence).not.toMatch(/\{\{|\[\w\w\]|undefined|null/);
      expect(sentence.trim().length).toBeGreaterThan(5);
    }
    const later = { action: 'wave.abolished', before: null, after: null };
    expect(sentenceOf(later, locale)).toContain('wave.abolished');
  });
});

describe('a sentence', () => {
  it('tells roles by their names, before and after', () => {
    const event = {
      action: 'member.role-changed',
      before: { role: 'editor' },
      after: { role: 'owner' },
    };
    expect(LOCALES.map((locale) => sentenceOf(event, locale))).toEqual(
      expect.arrayContaining([
        'The role of a member was changed from editor to owner.',
        'メンバーの役割が「入力担当者」から「管理者」に変更されました。',
        'เปลี่ยนบทบาทของสมาชิกจาก "ผู้กรอกแบบประเมิน" เป็น "ผู้ดูแลองค์กร"',
      ]),
    );
  });

  it('tells what was consented to in words', () => {
    const after = { purpose: 'publication', textVersion: '1.0' };
    const sentence = sentenceOf({ action: 'consent.given', before: null, after }, 'ja');
    expect(sentence).toBe('組織名の公表に同意しました（文面 第1.0版）。');
  });

  it('takes no part of a fact for a place of its own', () => {
    const after = { reason: '{{person}} $t(role.owner)', person: 'p' };
    const sentence = sentenceOf({ action: 'operator.access-opened', before: null, after }, 'en');
    expect(sentence).toContain('{{person}} $t(role.owner)');
  });
});

describe('a cell', () => {
  it.each([
    ['plain', '"plain"'],
    ['', '""'],
    ['a "b", c', '"a ""b"", c"'],
    ['=HYPERLINK("x")', '"\'=HYPERLINK(""x"")"'],
    ['-1', '"\'-1"'],
    ['a-1', '"a-1"'],
  ])('of %j is written as %s', (cell, written) => {
    expect(quoted(cell)).toBe(written);
  });
});
