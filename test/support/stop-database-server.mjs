// @ts-check
export { teardown as default } from './database-server.mjs';
