import { DateField, LineField, MapField } from '../../../platform/validation/fields.js';

/** With what an assessment is begun. */
export class AssessmentInDto {
  @LineField({ max: 100, description: 'Id of a survey edition, such as jp-hpm-large/2026' })
  readonly edition!: string;

  @DateField({ description: 'First day of the period' })
  readonly periodStart!: string;

  @DateField({ description: 'Last day of the period' })
  readonly periodEnd!: string;
}

/** The answers of one section; they replace those that were saved before. */
export class SectionInDto {
  @MapField({ description: 'Answers by question id; a question without an answer is left out' })
  readonly answers!: Readonly<Record<string, unknown>>;
}

/** What is submitted. */
export class SubmissionInDto {
  @MapField({
    values: 'whole-number',
    optional: true,
    description: 'The versions that were seen, by section id; another one is a conflict',
  })
  readonly versions?: Readonly<Record<string, number>> | null;
}
