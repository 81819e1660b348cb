import { describe, expect, it } from '@jest/globals';
import {
  assertEvent,
  assertFacts,
  AUDIT_ACTIONS,
  AUDIT_TEXT_LENGTH,
  type AuditEvent,
  type AuditFacts,
  isAuditText,
  PLATFORM_CHAIN,
} from '@sukoyaka/audit';
import fc from 'fast-check';
import { arbitraryEvent, EVENT } from './support.js';

type Row = readonly [string, string, unknown];

const ALLOWED: readonly Row[] = [
  ['section.saved', 'version', 4],
  ['section.saved', 'questions', ['smoke-free-level', 'quit-support']],
  ['section.saved', 'questions', []],
  ['organisation.changed', 'nameJa', '健康株式会社（架空）'],
  ['organisation.changed', 'nameEn', 'Studio@Home (synthetic)'],
  ['organisation.changed', 'employees', null],
  ['person.signed-in', 'secondFactor', true],
  ['organisation.changed', 'registrationNumber', '0000000000000'],
  ['assessment.begun', 'edition', 'jp-hpm-large/2026'],
  ['assessment.begun', 'periodStart', '2026-04-01'],
  ['person.created', 'timeZone', 'Asia/Bangkok'],
  ['token.created', 'expiresAt', '2026-12-31T00:00:00.000Z'],
  ['operator.access-opened', 'reason', 'ผู้ใช้ขอความช่วยเหลือ'],
];

const REFUSED: readonly Row[] = [
  ['section.saved', 'answers', { 'smoke-free-level': 'law-met' }],
  ['section.saved', 'smoke-free-level', 'law-met'],
  ['section.saved', 'questions', { 'smoke-free-level': 'law-met' }],
  ['section.saved', 'questions', [{ id: 'smoke-free-level', value: 1 }]],
  ['section.saved', 'questions', [['smoke-free-level', 1]]],
  ['section.saved', 'questions', ['we offer help to all who want to quit']],
  ['section.saved', 'questions', Array<string>(1001).fill('q')],
  ['section.saved', 'version', '4'],
  ['section.saved', 'version', -1],
  ['section.saved', 'version', 1.5],
  ['section.saved', 'version', Infinity],
  ['section.saved', 'version', undefined],
  ['member.invited', 'email', 'somebody@example.com'],
  ['member.invited', 'role', 'somebody@example.com'],
  ['person.profile-changed', 'name', 'Somebody'],
  ['person.profile-changed', 'fields', ['somebody@example.com']],
  ['person.signed-in', 'address', '192.0.2.1'],
  ['operator.access-opened', 'reason', 'asked by somebody@example.com'],
  ['operator.access-opened', 'reason', 'asked by somebody＠example．com'],
  ['operator.access-opened', 'reason', 'ถามโดย สมชาย@ตัวอย่าง.ไทย'],
  ['operator.access-opened', 'reason', 'two\nlines'],
  ['operator.access-opened', 'reason', 'a zero \0 that PostgreSQL refuses'],
  ['operator.access-opened', 'reason', 'half a pair \ud800'],
  ['operator.access-opened', 'reason', ' '],
  ['operator.access-opened', 'reason', 'x'.repeat(AUDIT_TEXT_LENGTH + 1)],
  ['token.created', 'secret', 'abc'],
  ['token.created', 'expiresAt', '2026-12-31T00:00:00Z'],
  ['token.created', 'expiresAt', '2026-02-30T00:00:00.000Z'],
  ['assessment.begun', 'periodStart', '2026-02-30'],
  ['person.signed-in', 'secondFactor', 'true'],
  ['organisation.changed', 'toString', 'x'],
  ['organisation.changed', '__proto__', 'x'],
  ['organisation.dreamt-of', 'version', 1],
  ['toString', 'version', 1],
];

/** With the fact that makes the event complete, so that only the one in question decides. */
function check(side: 'before' | 'after', [action, name, value]: Row): void {
  const facts = Object.fromEntries([[name, value]]) as AuditFacts;
  const complete = action === 'operator.access-opened' ? { reason: 'a call for help' } : {};
  if (side === 'before') assertFacts(action, facts, complete);
  else assertFacts(action, null, { ...complete, ...facts });
}

describe.each(['before', 'after'] as const)('of the facts %s', (side) => {
  it.each(ALLOWED)('%s may say %s: %j', (...row) => {
    expect(() => check(side, row)).not.toThrow();
  });

  it.each(REFUSED)('%s may not say %s: %j', (...row) => {
    expect(() => check(side, row)).toThrow('AUDIT_FACTS');
  });
});

describe('the list of actions', () => {
  it('needs a reason for reading answers, and evidence for a verification', () => {
    const refused = (action: string, after: AuditFacts | null) => () =>
      assertFacts(action, null, after);
    for (const after of [null, {}, { reason: null }]) {
      expect(refused('operator.access-opened', after)).toThrow('AUDIT_FACTS');
    }
    expect(refused('organisation.verified', { state: 'verified' })).toThrow('AUDIT_FACTS');
    expect(refused('organisation.verified', { evidence: 'DBD register' })).not.toThrow();
  });

  it('has no place for contact data, answers or secrets', () => {
    const names = Object.values(AUDIT_ACTIONS).flatMap(({ facts }) => Object.keys(facts));
    const suspicious = /mail|phone|answer|password|secret|hash|address|^name$/i;
    expect(new Set(names.filter((name) => suspicious.test(name)))).toEqual(new Set(['name']));
    expect(AUDIT_ACTIONS['token.created'].facts).toHaveProperty('name');
  });

  it('says of a refused value where it stood, and not what it was', () => {
    expect(() => assertFacts('section.saved', null, { section: 'some body@example.com' })).toThrow(
      expect.objectContaining({
        params: { action: 'section.saved', fact: 'section', cause: 'value-refused' },
      }),
    );
  });
});

describe('an event', () => {
  it('of any action, with any facts of its list, may be written', () => {
    fc.assert(fc.property(arbitraryEvent, (event) => expect(assertEvent(event)).toBeUndefined()));
  });

  it.each<[string, Partial<AuditEvent>]>([
    ['chainId', { chainId: EVENT.chainId.toUpperCase() }],
    ['chainId', { chainId: PLATFORM_CHAIN }],
    ['chainId', { chainId: 'ours' }],
    ['chainId', { action: 'wave.closed', before: null, after: null }],
    ['sequence', { sequence: 0 }],
    ['sequence', { sequence: 1.5 }],
    ['at', { at: '2026-02-03T04:05:06.789123Z' }],
    ['at', { at: '2026-02-03T11:05:06.789+07:00' }],
    ['actor', { actor: { kind: 'person', id: 'somebody@example.com' } }],
    ['actor', { actor: { kind: 'robot' as 'system', id: null } }],
    ['object', { object: { kind: 'site', id: null } }],
    ['object', { object: { kind: 'assessment', id: 'Our assessment' } }],
    ['object', { object: { kind: 'assessment', id: EVENT.object.id!.toUpperCase() } }],
    ['correlationId', { correlationId: 'x'.repeat(129) }],
  ])('with a wrong %s may not: %j', (field, change) => {
    expect(() => assertEvent({ ...EVENT, ...change })).toThrow(
      expect.objectContaining({ code: 'AUDIT_EVENT', params: expect.objectContaining({ field }) }),
    );
  });

  it('with other facts than its action has may not', () => {
    expect(() => assertEvent({ ...EVENT, after: { nameEn: 'x' } })).toThrow('AUDIT_FACTS');
  });
});

it('a text for the log can be asked for before the request is carried out', () => {
  expect(['a reason', '', 'me@example.org'].map(isAuditText)).toEqual([true, false, false]);
});
