export type {
  BackupContents,
  BackupHeader,
  SavedSequence,
  SavedTable,
} from '../backup/contents.js';
export { assertAllVisible, backUp, type BackupOrigin } from '../backup/create.js';
export { openBackup, type OpenedBackup } from '../backup/read.js';
export { checkRestore, restoreBackup, type RestoreTarget } from '../backup/restore.js';
export { AuditLogReader, type ChainOwner } from './audit-log.js';
export { assertPrepared } from './migration-state.js';
export { ownerConnection, type OwnerClient, type OwnerMode } from './owner-connection.js';
