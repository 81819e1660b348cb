import { Controller, Get, Param } from '@nestjs/common';
import { ApiOperation, ApiProperty, ApiResponse, ApiTags } from '@nestjs/swagger';
import { isProblemCode, type ProblemCode, PROBLEMS } from '@sukoyaka/contract';
import type { Locale } from '@sukoyaka/kernel';
import { translator } from '@sukoyaka/localisation';
import { ForAnybody } from '../../platform/identity/access.decorator.js';
import { RequestLocale } from '../../platform/locale/request-locale.decorator.js';
import { ProblemResponses } from '../../platform/problems/problem-responses.decorator.js';
import { RequestProblem } from '../../platform/problems/request-problem.js';

class ProblemDescriptionOutDto {
  @ApiProperty({ example: 'VERSION_CONFLICT' })
  readonly code!: string;

  @ApiProperty({ type: 'integer', example: 412 })
  readonly status!: number;

  @ApiProperty({
    description: "In the reader's language",
    example: 'Somebody else has saved this meanwhile',
  })
  readonly title!: string;
}

class ProblemListOutDto {
  @ApiProperty({ type: [ProblemDescriptionOutDto] })
  readonly problems!: readonly ProblemDescriptionOutDto[];
}

/** What the `type` of a problem points at. */
@ApiTags('problems')
@ForAnybody()
@Controller('problems')
export class ProblemsController {
  @Get()
  @ApiOperation({ summary: 'List every problem that the API answers with' })
  @ApiResponse({ status: 200, type: ProblemListOutDto })
  list(@RequestLocale() locale: Locale): ProblemListOutDto {
    const codes = Object.keys(PROBLEMS) as ProblemCode[];
    return { problems: codes.map((code) => description(code, locale)) };
  }

  @Get(':code')
  @ApiOperation({ summary: 'Explain one problem' })
  @ApiResponse({ status: 200, type: ProblemDescriptionOutDto })
  @ProblemResponses('ROUTE_NOT_FOUND')
  show(@Param('code') code: string, @RequestLocale() locale: Locale): ProblemDescriptionOutDto {
    if (!isProblemCode(code)) throw new RequestProblem('ROUTE_NOT_FOUND');
    return description(code, locale);
  }
}

function description(code: ProblemCode, locale: Locale): ProblemDescriptionOutDto {
  return {
    code,
    status: PROBLEMS[code],
    title: translator(locale, 'errors')(`${code}.title`),
  };
}
