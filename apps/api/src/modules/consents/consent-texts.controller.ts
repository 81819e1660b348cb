import { Controller, Get, Param } from '@nestjs/common';
import { ApiOperation, ApiParam, ApiResponse, ApiTags } from '@nestjs/swagger';
import {
  consentTexts,
  currentConsentText,
  isConsentKind,
  TEXT_KINDS,
  type TextKind,
} from '@sukoyaka/consent';
import { ForAnybody } from '../../platform/identity/access.decorator.js';
import { ProblemResponses } from '../../platform/problems/problem-responses.decorator.js';
import { RequestProblem } from '../../platform/problems/request-problem.js';
import { ConsentTextListOutDto, ConsentTextsOutDto } from './dto/consent-text.dto.js';
import { hashOfText } from './text-hash.js';

@ApiTags('consents')
@ForAnybody()
@Controller('consent-texts')
export class ConsentTextsController {
  @Get()
  @ApiOperation({ summary: 'Show what can be consented to, and the privacy notice' })
  @ApiResponse({ status: 200, type: ConsentTextListOutDto })
  list(): ConsentTextListOutDto {
    return { texts: TEXT_KINDS.map(shownTexts) };
  }

  @Get(':kind')
  @ApiOperation({ summary: 'Show one of these texts, in all versions and languages' })
  @ApiParam({ name: 'kind', enum: TEXT_KINDS, example: 'participation' })
  @ApiResponse({ status: 200, type: ConsentTextsOutDto })
  @ProblemResponses('CONSENT_TEXT_NOT_FOUND')
  show(@Param('kind') kind: string): ConsentTextsOutDto {
    const known = TEXT_KINDS.find((each) => each === kind);
    if (known === undefined) throw new RequestProblem('CONSENT_TEXT_NOT_FOUND');
    return shownTexts(known);
  }
}

function shownTexts(kind: TextKind): ConsentTextsOutDto {
  return {
    kind,
    canBeGiven: isConsentKind(kind),
    current: currentConsentText(kind).version,
    versions: consentTexts(kind).map((text) => ({ ...text, hash: hashOfText(text) })),
  };
}
