import { describe, expect, it } from '@jest/globals';
import { applicationUrl } from '../src/preparation/application-url.js';

describe('applicationUrl', () => {
  it('names a role after the database, with a password of its own', () => {
    const url = new URL(applicationUrl('postgres://owner:secret@db:5433/health?sslmode=require'));
    expect(url).toMatchObject({ username: 'health_app', host: 'db:5433', pathname: '/health' });
    expect(url.search).toBe('?sslmode=require');
    expect(url.password).not.toContain('secret');
    expect(url.password.length).toBeGreaterThan(40);
  });

  it('differs by owner and by database, and stays the same for both', () => {
    const derive = (password: string, database: string) =>
      applicationUrl(`postgres://owner:${password}@db/${database}`);
    expect(derive('a', 'x')).toBe(derive('a', 'x'));
    expect(new Set([derive('a', 'x'), derive('b', 'x'), derive('a', 'y')]).size).toBe(3);
  });

  it('has no password where the owner has none', () => {
    expect(applicationUrl('postgres://owner@db/x')).toBe('postgres://x_app@db/x');
  });
});
