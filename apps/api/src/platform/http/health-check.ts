const ADDRESSES: ReadonlySet<string> = new Set(['/api/health/live', '/api/health/ready']);

/**
 * Whether a request comes from what watches over the service: it may not know its public name, and
 * must not be told to wait.
 */
export function isHealthCheck(url: string): boolean {
  return ADDRESSES.has(url.split('?', 1)[0] ?? '');
}
