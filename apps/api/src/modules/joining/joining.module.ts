import { Global, Module } from '@nestjs/common';
import { Afterwards } from '../../platform/http/afterwards.js';
import { InvitationsService } from './invitations.service.js';
import { JoiningController } from './joining.controller.js';
import { PeopleService } from './people.service.js';
import { SignUpService } from './sign-up.service.js';

@Global()
@Module({
  controllers: [JoiningController],
  providers: [Afterwards, InvitationsService, PeopleService, SignUpService],
  exports: [PeopleService],
})
export class JoiningModule {}
