import { isAuditText } from '@sukoyaka/audit';
import { field, type Presence, rule } from './fields.js';

/** A line that is kept in the audit log, from which nothing can be removed: no contact data. */
export function AuditTextField({
  min,
  max = 500,
  ...presence
}: Presence & { readonly min: number; readonly max?: number }) {
  const isFit = (value: unknown) =>
    typeof value === 'string' &&
    isAuditText(value) &&
    value.trim().length >= min &&
    value.length <= max;
  const api = { type: 'string', minLength: min, maxLength: max } as const;
  return field(api, presence, rule('audit-text', isFit, { min, max }));
}
