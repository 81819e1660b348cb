import { Global, Module } from '@nestjs/common';
import { InvitationsService } from './invitations.service.js';
import { JoiningController } from './joining.controller.js';
import { PeopleService } from './people.service.js';
import { SignUpService } from './sign-up.service.js';

@Global()
@Module({
  controllers: [JoiningController],
  providers: [InvitationsService, PeopleService, SignUpService],
  exports: [PeopleService],
})
export class JoiningModule {}
