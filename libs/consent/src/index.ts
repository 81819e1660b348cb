export * from './text.js';
export * from './published.js';
export * from './hash.js';
export * from './record.js';
export * from './state.js';
export * from './participation.js';
