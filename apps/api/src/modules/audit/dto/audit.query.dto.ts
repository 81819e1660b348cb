import { PageQueryDto } from '../../../platform/http/cursor.js';
import { EXAMPLES } from '../../../platform/openapi/examples.js';
import { ActionField, CodeField } from '../../../platform/validation/audit-fields.js';
import { ChoiceField, IdField, MomentField } from '../../../platform/validation/fields.js';

export const EXPORT_FORMATS = ['csv', 'jsonl'] as const;
export type ExportFormat = (typeof EXPORT_FORMATS)[number];

const FROM = { optional: true, description: 'The first moment' };
const TO = { optional: true, description: 'The first moment that is too late' };
const ACTION = {
  optional: true,
  description: 'An action, or with a dot at its end the beginning of several, such as "member."',
};
const ACTOR = { optional: true, description: 'Of a person or a token', example: EXAMPLES.personId };
const OBJECT = {
  optional: true,
  description: 'Of what it was done to',
  example: EXAMPLES.assessmentId,
};

/** Which events are wanted. */
export interface AuditFilterDto {
  readonly from?: string;
  readonly to?: string;
  readonly action?: string;
  readonly actorId?: string;
  readonly objectId?: string;
}

export class AuditQueryDto extends PageQueryDto implements AuditFilterDto {
  @MomentField(FROM)
  readonly from?: string;

  @MomentField(TO)
  readonly to?: string;

  @ActionField(ACTION)
  readonly action?: string;

  @IdField(ACTOR)
  readonly actorId?: string;

  @CodeField(OBJECT)
  readonly objectId?: string;
}

export class AuditExportQueryDto implements AuditFilterDto {
  @ChoiceField({ values: EXPORT_FORMATS })
  readonly format!: ExportFormat;

  @MomentField(FROM)
  readonly from?: string;

  @MomentField(TO)
  readonly to?: string;

  @ActionField(ACTION)
  readonly action?: string;

  @IdField(ACTOR)
  readonly actorId?: string;

  @CodeField(OBJECT)
  readonly objectId?: string;
}
