import type { GroupDimension, Token } from '../text/tokens.js';
import { NO_LABELS, type Labels } from './figure.js';

/** Order in which the parts of a group make its id: male-30s, female-managers. */
const DIMENSIONS: readonly GroupDimension[] = [
  'sex',
  'age',
  'role',
  'contract',
  'place',
  'people',
  'detail',
];

const LABEL_TOKENS: ReadonlySet<Token['t']> = new Set([
  'group',
  'whole',
  'period',
  'kind',
  'sense',
  'topic',
]);

/** Whether a token tells something about a figure beside it. */
export function isLabel(token: Token): boolean {
  return LABEL_TOKENS.has(token.t);
}

/** The labels that one token gives. */
export function labelsOf(token: Token): Labels {
  switch (token.t) {
    case 'group':
      return { ...NO_LABELS, group: { [token.dimension]: token.id } };
    case 'whole':
      return { ...NO_LABELS, whole: true };
    case 'period':
      return { ...NO_LABELS, period: token.period };
    case 'kind':
      return { ...NO_LABELS, kind: token.kind };
    case 'sense':
      return { ...NO_LABELS, sense: token.sense };
    case 'topic':
      return { ...NO_LABELS, topics: [token.topic], opposite: token.opposite };
    default:
      return NO_LABELS;
  }
}

/** Two labels of one kind side by side: men and women are the whole, other groups are joined. */
function together(dimension: GroupDimension, a: string | undefined, b: string): string | undefined {
  if (a === undefined || a === b) return b;
  return dimension === 'sex' ? undefined : `${a}+${b}`;
}

/** Labels that stand together, with no figure between them. */
export function joinLabels(a: Labels, b: Labels): Labels {
  const group: Partial<Record<GroupDimension, string>> = { ...a.group };
  for (const [key, id] of Object.entries(b.group) as [GroupDimension, string][]) {
    const joined = together(key, group[key], id);
    if (joined === undefined) delete group[key];
    else group[key] = joined;
  }
  return { ...overlay(a, b), group, whole: a.whole || b.whole };
}

/** `over` where it says something, `base` elsewhere. */
export function overlay(base: Labels, over: Labels): Labels {
  const period = over.period === undefined ? base.period : over.period;
  const kind = over.kind ?? base.kind;
  const sense = over.sense ?? base.sense;
  return {
    group: over.whole ? over.group : { ...base.group, ...over.group },
    whole: over.whole || (base.whole && !hasGroup(over)),
    ...(over.topics.length > 0 ? subject(over) : subject(base)),
    ...(period === undefined ? {} : { period }),
    ...(kind === undefined ? {} : { kind }),
    ...(sense === undefined ? {} : { sense }),
  };
}

function subject({ topics, opposite = false }: Labels): Pick<Labels, 'topics' | 'opposite'> {
  return { topics, opposite };
}

/** Whether the labels name a group. */
export function hasGroup(labels: Labels): boolean {
  return Object.keys(labels.group).length > 0;
}

/** Whether the labels say anything that can place a figure. */
export function saysSomething(labels: Labels): boolean {
  return (
    hasGroup(labels) ||
    labels.whole ||
    labels.period !== undefined ||
    labels.kind !== undefined ||
    labels.sense !== undefined ||
    labels.topics.length > 0
  );
}

/**
 * Stable id of a group, `null` for the whole workforce. Ages alone read "30s", with a sex
 * "male-30s".
 */
export function groupId(labels: Labels): string | null {
  const parts = DIMENSIONS.map((dimension) => labels.group[dimension]).filter(
    (part) => part !== undefined,
  );
  return parts.length === 0 ? null : parts.join('-');
}
