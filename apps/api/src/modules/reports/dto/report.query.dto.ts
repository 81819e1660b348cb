import { ChoiceField, LanguagesField } from '../../../platform/validation/fields.js';

export const REPORT_FORMATS = ['pdf', 'json'] as const;
export type ReportFormat = (typeof REPORT_FORMATS)[number];

/** How a report is wanted. */
export class ReportQueryDto {
  @LanguagesField({
    optional: true,
    description: 'One language, or two set side by side; that of the reader by default',
  })
  readonly languages?: string;

  @ChoiceField({
    values: REPORT_FORMATS,
    optional: true,
    description: 'By default what Accept prefers, else pdf',
  })
  readonly format?: ReportFormat;
}
