import { afterAll, describe, expect, it } from '@jest/globals';
import { join } from 'node:path';
import { Desk, LARGE, objects, ROOT, sheet } from './support.js';

const desk = new Desk();
afterAll(() => desk.clear());

const MAIN = join(ROOT, 'apps/cli/dist/main.js');
const node = (argv: readonly string[], settings = {}) =>
  desk.spawn(process.execPath, [MAIN, ...argv], settings);

describe('the built program', () => {
  it('answers from any folder, with relative paths from where the user stands', async () => {
    desk.file('answers.json', sheet({ 'answers-scope': 'whole-entity' }));
    const argv = ['-s', '--prefix', ROOT, 'run', 'sukoyaka', '--'];
    const command = ['--json', 'validate', '--survey', LARGE, '--answers', 'answers.json'];
    const settings = { environment: { INIT_CWD: desk.folder } };
    const { code, out } = await desk.spawn('npm', [...argv, ...command], settings);
    expect(code).toBe(0);
    expect(objects(out)).toMatchObject([{ valid: true, complete: false, organisation: 'Example' }]);
  });

  it('exits with 1 for a no and with 2 and silence on standard output for what it cannot read', async () => {
    desk.file('wrong.json', sheet({ 'answers-scope': 'nothing' }));
    const no = await node(['validate', '--survey', LARGE, '--answers', 'wrong.json']);
    expect(no.code).toBe(1);
    expect(no.out).toContain('answers-scope');
    const missing = await node(['validate', '--survey', LARGE, '--answers', 'none.json']);
    expect(missing).toMatchObject({ code: 2, out: '' });
    expect(missing.err).toContain('none.json');
    expect(missing.err).not.toMatch(/\bat .*:\d+/);
  });

  it('reads standard input and speaks the language of the system', async () => {
    const settings = { input: '{', environment: { LC_ALL: 'th_TH.UTF-8' } };
    const { code, out, err } = await node(
      ['validate', '--survey', LARGE, '--answers', '-'],
      settings,
    );
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toContain('อินพุตมาตรฐาน');
  });

  it('says nothing when its reader has seen enough', async () => {
    const argv = ['simulate', '--survey', LARGE, '--companies', '400', '--seed', '1'];
    const { err } = await node(argv, { hangUp: true });
    expect(err).toBe('');
  });
});
