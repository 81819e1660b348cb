import { EXAMPLES } from '../../../platform/openapi/examples.js';
import { DateField, LineField, MapField } from '../../../platform/validation/fields.js';

/** With what an assessment is begun. */
export class AssessmentInDto {
  @LineField({ max: 100, description: 'Id of a survey edition', example: EXAMPLES.edition })
  readonly edition!: string;

  @DateField({ description: 'First day of the period', example: '2025-04-01' })
  readonly periodStart!: string;

  @DateField({ description: 'Last day of the period', example: '2026-03-31' })
  readonly periodEnd!: string;
}

/** The answers of one section; they replace those that were saved before. */
export class SectionInDto {
  @MapField({
    description: 'Answers by question id; a question without an answer is left out',
    example: { [EXAMPLES.question]: 'written' },
  })
  readonly answers!: Readonly<Record<string, unknown>>;
}

/** What is submitted. */
export class SubmissionInDto {
  @MapField({
    values: 'whole-number',
    optional: true,
    description: 'The versions that were seen, by section id; another one is a conflict',
    example: { [EXAMPLES.section]: 3 },
  })
  readonly versions?: Readonly<Record<string, number>> | null;
}
