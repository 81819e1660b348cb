export { applicationUrl, databaseName } from './application-url.js';
export { migrate, prepareDatabase } from './prepare.js';
export { PRIVILEGES } from './privileges.js';
