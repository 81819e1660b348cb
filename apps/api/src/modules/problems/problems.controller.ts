import { Controller, Get, Param } from '@nestjs/common';
import { ApiProperty, ApiResponse, ApiTags } from '@nestjs/swagger';
import { isProblemCode, type ProblemCode, PROBLEMS } from '@sukoyaka/contract';
import type { Locale } from '@sukoyaka/kernel';
import { translator } from '@sukoyaka/localisation';
import { RequestLocale } from '../../platform/locale/request-locale.decorator.js';
import { ProblemResponses } from '../../platform/problems/problem-responses.decorator.js';
import { RequestProblem } from '../../platform/problems/request-problem.js';

class ProblemDescriptionOutDto {
  @ApiProperty()
  readonly code!: string;

  @ApiProperty({ type: 'integer' })
  readonly status!: number;

  @ApiProperty({ description: "In the reader's language" })
  readonly title!: string;
}

class ProblemListOutDto {
  @ApiProperty({ type: [ProblemDescriptionOutDto] })
  readonly problems!: readonly ProblemDescriptionOutDto[];
}

/** What the `type` of a problem points at. */
@ApiTags('problems')
@Controller('problems')
export class ProblemsController {
  @Get()
  @ApiResponse({ status: 200, type: ProblemListOutDto })
  list(@RequestLocale() locale: Locale): ProblemListOutDto {
    const codes = Object.keys(PROBLEMS) as ProblemCode[];
    return { problems: codes.map((code) => description(code, locale)) };
  }

  @Get(':code')
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
