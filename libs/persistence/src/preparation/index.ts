export { applicationUrl, databaseName } from './application-url.js';
export { migrate, prepareDatabase } from './prepare.js';
export { CALLABLE, CHANGEABLE, PRIVILEGES } from './privileges.js';
