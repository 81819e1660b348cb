import { Global, Inject, Module, type OnApplicationShutdown } from '@nestjs/common';
import { auditMac } from '@sukoyaka/credentials';
import { Database } from '@sukoyaka/persistence';
import { AppConfig } from '../config/app-config.js';

/** Makes the database available everywhere, and closes it last. */
@Global()
@Module({
  providers: [
    {
      provide: Database,
      inject: [AppConfig],
      useFactory: ({ databaseUrl, databasePoolSize, keyring, isDemo }: AppConfig) =>
        new Database({
          url: databaseUrl,
          poolSize: databasePoolSize,
          auditMac: auditMac(keyring),
          isDemonstration: isDemo,
        }),
    },
  ],
  exports: [Database],
})
export class DatabaseModule implements OnApplicationShutdown {
  constructor(@Inject(Database) private readonly database: Database) {}

  onApplicationShutdown(): Promise<void> {
    return this.database.close();
  }
}
