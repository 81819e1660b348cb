export * from './actions.js';
export * from './chain.js';
export * from './event.js';
export { assertEvent, assertFacts, isFactOf } from './facts.js';
export { AUDIT_TEXT_LENGTH, type FactKind, isAuditText } from './fact-kinds.js';
export type { Anchor } from './chain-check.js';
export type { AuditFault, AuditFaultKind } from './faults.js';
export * from './seal.js';
export * from './verify.js';
