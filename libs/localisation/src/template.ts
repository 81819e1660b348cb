/** Values that a text can name. */
export type TextParams = Readonly<Record<string, string | number | boolean>>;

/** A text made ready: its fixed parts, and the names between them. */
interface Template {
  readonly parts: readonly string[];
  readonly names: readonly string[];
}

/**
 * Compiles a text that only names values (`{{name}}`); null for one that needs more of i18next:
 * plural forms, nesting, formats. Validation writes thousands of sentences a second with these.
 */
export function compileTemplate(text: string): ((params: TextParams) => string) | null {
  const pieces = text.split(/\{\{(\w+)\}\}/);
  const parts = pieces.filter((_, index) => index % 2 === 0);
  const names = pieces.filter((_, index) => index % 2 === 1);
  if (parts.some((part) => /\{\{|\}\}|\$t\(/.test(part)) || names.includes('count')) return null;
  return (params) => fill({ parts, names }, params);
}

function fill({ parts, names }: Template, params: TextParams): string {
  let text = parts[0] ?? '';
  names.forEach((name, index) => {
    text += String(params[name] ?? '') + (parts[index + 1] ?? '');
  });
  return text;
}
