import { Global, Module } from '@nestjs/common';
import { Dispatcher } from './dispatcher.js';
import { Postman } from './postman.js';

@Global()
@Module({ providers: [Dispatcher, Postman], exports: [Dispatcher, Postman] })
export class MailModule {}
