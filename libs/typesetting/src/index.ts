export type * from './blocks.js';
export { ACCENTS, COLOURS, inkOf, type Accent, type ColourName } from './tokens.js';
