import { Module } from '@nestjs/common';
import { AssessmentsController } from './assessments.controller.js';
import { AssessmentsService } from './assessments.service.js';
import { SectionsController } from './sections.controller.js';
import { SectionsService } from './sections.service.js';
import { SubmissionService } from './submission.service.js';

@Module({
  controllers: [AssessmentsController, SectionsController],
  providers: [AssessmentsService, SectionsService, SubmissionService],
})
export class AssessmentsModule {}
