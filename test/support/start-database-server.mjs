// @ts-check
export { setup as default } from './database-server.mjs';
