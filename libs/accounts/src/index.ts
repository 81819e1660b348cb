export * from './email.js';
export * from './factors.js';
export * from './lifetimes.js';
export * from './links.js';
export * from './mail.js';
export * from './password-link.js';
