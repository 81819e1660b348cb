import { Global, Module } from '@nestjs/common';
import { InvitationsService } from './invitations.service.js';
import { JoiningController } from './joining.controller.js';
import { MailThrottle } from './mail-throttle.js';
import { PeopleService } from './people.service.js';
import { SignUpService } from './sign-up.service.js';

@Global()
@Module({
  controllers: [JoiningController],
  providers: [InvitationsService, MailThrottle, PeopleService, SignUpService],
  exports: [PeopleService],
})
export class JoiningModule {}
