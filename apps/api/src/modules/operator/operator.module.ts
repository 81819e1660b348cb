import { Module } from '@nestjs/common';
import { AccessesService } from './accesses.service.js';
import { CompanyViewController } from './company-view.controller.js';
import { DirectoryService } from './directory.service.js';
import { OperatorController } from './operator.controller.js';
import { StaffService } from './staff.service.js';

@Module({
  controllers: [CompanyViewController, OperatorController],
  providers: [AccessesService, DirectoryService, StaffService],
})
export class OperatorModule {}
