import { type Locale } from '@sukoyaka/kernel';
import { translator, type Translate } from '@sukoyaka/localisation';
import { type Fields, type MailContext, type Shown, shownFields } from './fields.js';
import { type MailKind, type MailParams } from './kinds.js';
import { asHtml, asText, type Block, type Letter } from './layout.js';
import { clipped } from './plain.js';

export interface RenderedMail {
  /** One line of at most 120 UTF-16 units. */
  readonly subject: string;
  /** Plain text, complete on its own. */
  readonly text: string;
  readonly html: string;
}

type LinkName = 'link' | 'resetLink';
type FactName = Exclude<keyof Fields, LinkName | 'name' | 'change'>;

/** A paragraph by its key, a list of facts, or a link. */
type Part =
  | 'what'
  | 'own'
  | 'note'
  | 'otherwise'
  | { readonly facts: readonly FactName[] }
  | { readonly link: LinkName };

const LINK: Part = { link: 'link' };
const INVITED: readonly FactName[] = ['organisation', 'role', 'countries', 'inviter', 'expiresAt'];

/** Between greeting and closing. Where an alarm may be needed, it stands before its link. */
const PARTS: Readonly<Record<MailKind, readonly Part[]>> = {
  'sign-up': ['what', { facts: ['expiresAt'] }, LINK, 'note', 'otherwise'],
  invitation: ['what', { facts: INVITED }, LINK, 'note', 'otherwise'],
  'staff-invitation': ['what', { facts: INVITED }, LINK, 'note', 'otherwise'],
  'account-made': ['what', { facts: ['expiresAt'] }, LINK, 'note', 'otherwise'],
  'password-reset': ['what', { facts: ['expiresAt'] }, LINK, 'note', 'otherwise'],
  'password-changed': ['what', { facts: ['at'] }, 'otherwise', LINK],
  'sign-in-from-new-device': ['what', { facts: ['at', 'device'] }, 'otherwise', LINK],
  'account-exists': ['what', 'own', LINK, { link: 'resetLink' }, 'otherwise'],
  'second-factor-changed': ['what', { facts: ['at'] }, 'otherwise', LINK],
  'passkey-copied': ['what', { facts: ['at'] }, 'otherwise', LINK],
  'grant-given': [
    'what',
    { facts: ['giver', 'receiver', 'scope', 'startsAt', 'expiresAt'] },
    LINK,
    'note',
    'otherwise',
  ],
  'grant-revoked': ['what', { facts: ['giver', 'receiver', 'at'] }, LINK, 'otherwise'],
  'operator-access': [
    'what',
    { facts: ['organisation', 'operator', 'at', 'expiresAt', 'reason'] },
    LINK,
    'otherwise',
  ],
  'assessor-named': [
    'what',
    { facts: ['organisation', 'assessor', 'inviter', 'expiresAt', 'reason'] },
    LINK,
    'otherwise',
  ],
  'account-erased': ['what', { facts: ['at'] }, 'note', 'otherwise'],
};

/** UTF-16 units of a name in a subject, and of a whole subject. */
const SUBJECT_NAME = 48;
const SUBJECT = 120;

/**
 * A message in the reader's language. Parameters are taken literally: they cannot add lines,
 * headers, markup or links, and over-long names end in "…".
 * @throws RangeError for an instant, time zone or country code that there is not, and for a link
 * that leads away from `context.origin`.
 */
export function renderMail<K extends MailKind>(
  kind: K,
  params: MailParams[K],
  locale: Locale,
  context: MailContext,
): RenderedMail {
  const words = translator(locale, 'mail');
  const shown = shownFields(params, { locale, words, context });
  const letter: Letter = {
    locale,
    subject: subjectOf(kind, shown, words),
    blocks: [
      paragraph(greeting(shown, words)),
      ...PARTS[kind].flatMap((part) => blocksOf(part, kind, shown, words)),
      paragraph(words('closing')),
    ],
    footer: [
      words('footer.about'),
      words('footer.origin', { origin: new URL(context.origin).origin }),
      words('footer.no-reply'),
    ],
  };
  return { subject: letter.subject, text: asText(letter), html: asHtml(letter) };
}

function subjectOf(kind: MailKind, shown: Shown, words: Translate): string {
  const names = Object.fromEntries(
    Object.entries(shown).map(([key, value]) => [key, clipped(value, SUBJECT_NAME)]),
  );
  return clipped(words('product', { subject: words(`${kind}.subject`, names) }), SUBJECT);
}

function greeting(shown: Shown, words: Translate): string {
  return shown.name === undefined
    ? words('greeting.unnamed')
    : words('greeting.named', { name: shown.name });
}

function blocksOf(part: Part, kind: MailKind, shown: Shown, words: Translate): readonly Block[] {
  if (typeof part === 'string') {
    const variant = part === 'what' && shown.change !== undefined ? `.${shown.change}` : '';
    return [paragraph(words(`${kind}.${part}${variant}`, shown).trimStart())];
  }
  if ('facts' in part) return [{ kind: 'facts', lines: factLines(part.facts, shown, words) }];
  const label = words(`${kind}.${part.link}`);
  const url = shown[part.link];
  if (url === undefined) return [];
  const lead = words('link-line', { label });
  return [{ kind: 'link', label, lead, otherwise: words('copy-link'), url }];
}

/** A fact that this message does not have is no line. */
function factLines(facts: readonly FactName[], shown: Shown, words: Translate): readonly string[] {
  return facts.flatMap((fact) => {
    const value = shown[fact]?.trim();
    return value === undefined ? [] : [words('fact-line', { label: words(`fact.${fact}`), value })];
  });
}

function paragraph(text: string): Block {
  return { kind: 'paragraph', text };
}
