import { createHmac } from 'node:crypto';
import type { KeyedHash } from '@sukoyaka/disclosure';

export function hashOf(key: string): KeyedHash {
  return (message) => createHmac('sha256', key).update(message).digest().readBigUInt64BE();
}
