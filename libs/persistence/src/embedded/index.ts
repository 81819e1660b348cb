export { type BorrowedCluster, borrowEmbeddedPostgres, EMBEDDED_DATABASE } from './borrow.js';
export { SECRET_KEY_FILE, secretKey } from './credentials.js';
export { EmbeddedPostgres } from './embedded-postgres.js';
export { freePort } from './free-port.js';
export { type OpenedCluster, openEmbeddedPostgres, openTemporaryPostgres } from './open.js';
export { type Environment, SettingsReader } from './settings.js';
export { isNoSuchDatabase, StartError, systemCode } from './start-error.js';
