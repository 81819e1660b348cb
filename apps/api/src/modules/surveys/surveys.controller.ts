import { Body, Controller, Get, Header, HttpCode, Param, Post } from '@nestjs/common';
import { ApiBody, ApiOperation, ApiResponse, ApiTags } from '@nestjs/swagger';
import type { Locale } from '@sukoyaka/kernel';
import { EXAMPLES } from '../../platform/openapi/examples.js';
import { Editions, type OpenEdition } from '../../platform/editions/editions.js';
import { ForAnybody } from '../../platform/identity/access.decorator.js';
import { RequestLocale } from '../../platform/locale/request-locale.decorator.js';
import { ProblemResponses } from '../../platform/problems/problem-responses.decorator.js';
import { SurveyListOutDto, SurveyOutDto } from './dto/survey.out.dto.js';
import { ValidationOutDto } from './dto/validation.out.dto.js';
import { shownSummary, shownSurvey } from './surveys.mapper.js';

@ApiTags('surveys')
@ForAnybody()
@Controller('surveys')
export class SurveysController {
  /** What is large, the same for everybody and asked by anybody is written once. */
  readonly #texts = new WeakMap<OpenEdition, string>();

  constructor(private readonly editions: Editions) {}

  @Get()
  @ApiOperation({ summary: 'List the survey editions' })
  @ApiResponse({ status: 200, type: SurveyListOutDto })
  list(): SurveyListOutDto {
    return { surveys: this.editions.all().map(shownSummary) };
  }

  @Get(':programme/:year')
  @ApiOperation({ summary: 'Show the whole definition of an edition' })
  @ApiResponse({ status: 200, type: SurveyOutDto })
  @ProblemResponses('EDITION_NOT_FOUND')
  @Header('content-type', 'application/json; charset=utf-8')
  show(@Param('programme') programme: string, @Param('year') year: string): string {
    return this.#written(this.editions.open(`${programme}/${year}`));
  }

  /** Checks an answer sheet that is kept elsewhere; nothing is stored. */
  @Post(':programme/:year/validate')
  @ApiOperation({ summary: 'Check an answer sheet that is kept elsewhere' })
  @HttpCode(200)
  @ApiBody({
    schema: {
      type: 'object',
      additionalProperties: true,
      example: { edition: EXAMPLES.edition, answers: {} },
    },
  })
  @ApiResponse({ status: 200, type: ValidationOutDto })
  @ProblemResponses('BODY_NOT_JSON', 'EDITION_NOT_FOUND')
  validate(
    @Param('programme') programme: string,
    @Param('year') year: string,
    @Body() sheet: unknown,
    @RequestLocale() locale: Locale,
  ): ValidationOutDto {
    const { evaluator } = this.editions.open(`${programme}/${year}`);
    return evaluator.survey.validateSheet(sheet, locale);
  }

  #written(edition: OpenEdition): string {
    const text = this.#texts.get(edition) ?? JSON.stringify(shownSurvey(edition));
    this.#texts.set(edition, text);
    return text;
  }
}
