export * from './accounts.js';
export * from './sign-ins.js';
