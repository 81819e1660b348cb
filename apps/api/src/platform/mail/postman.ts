import { Injectable } from '@nestjs/common';
import { type Addressee, postMail } from '@sukoyaka/accounts';
import type { MailKind, MailParams } from '@sukoyaka/mail';
import type { Transaction } from '@sukoyaka/persistence';
import { AppConfig } from '../config/app-config.js';

/** Writes mail into the outbox, within the transaction that is the reason for it. */
@Injectable()
export class Postman {
  constructor(private readonly config: AppConfig) {}

  post<K extends MailKind>(
    tx: Transaction,
    kind: K,
    to: Addressee,
    params: Omit<MailParams[K], 'name'>,
  ): Promise<void> {
    return postMail(tx, this.config, kind, to, params);
  }
}
