import { isAuditText } from '@sukoyaka/audit';
import { lineOf } from '@sukoyaka/kernel';
import { field, type Presence, rule } from './fields.js';

/** A line that is kept in the audit log, from which nothing can be removed: no contact data. */
export function AuditTextField({
  min,
  max = 500,
  ...presence
}: Presence & { readonly min: number; readonly max?: number }) {
  const isFit = (value: unknown) => {
    if (typeof value !== 'string' || value.length > max * 4) return false;
    const text = lineOf(value);
    // In characters, as the database counts them.
    const length = Array.from(text).length;
    return isAuditText(text) && length >= min && length <= max;
  };
  const api = { type: 'string', minLength: min, maxLength: max } as const;
  return field(api, presence, rule('audit-text', isFit, { min, max }));
}
