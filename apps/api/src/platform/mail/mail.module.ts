import { Global, Module } from '@nestjs/common';
import { Dispatcher } from './dispatcher.js';
import { MailThrottle } from './mail-throttle.js';
import { Postman } from './postman.js';

const PROVIDERS = [Dispatcher, MailThrottle, Postman];

@Global()
@Module({ providers: PROVIDERS, exports: PROVIDERS })
export class MailModule {}
