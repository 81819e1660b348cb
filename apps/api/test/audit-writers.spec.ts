import { globSync, readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { AUDIT_ACTIONS, auditRule } from '@sukoyaka/audit';
import ts from 'typescript';

const PROJECT = 'tsconfig.test.json';
const NOTING = /\baudit\.note\w*$/;

/** The facts that some source notes of each action, by the types of the notes. */
type Written = ReadonlyMap<string, ReadonlySet<string>>;

function writtenBySources(): Written {
  const files = globSync('{apps,libs}/*/src/**/*.ts');
  const noting = files.filter((file) => readFileSync(file, 'utf8').includes('audit.note'));
  const { config } = ts.readConfigFile(PROJECT, (file) => ts.sys.readFile(file)) as {
    config: unknown;
  };
  const { options } = ts.parseJsonConfigFileContent(config, ts.sys, '.');
  const program = ts.createProgram(noting, options);
  const checker = program.getTypeChecker();
  const written = new Map<string, Set<string>>();
  for (const file of noting) {
    const source = program.getSourceFile(file);
    if (source === undefined) throw new Error(`${file} is no source`);
    for (const note of notesIn(source)) collect(checker, checker.getTypeAtLocation(note), written);
  }
  return written;
}

/** What is handed to the log: the last argument of each call. */
function notesIn(node: ts.Node): readonly ts.Expression[] {
  const below: ts.Expression[] = [];
  node.forEachChild((child) => void below.push(...notesIn(child)));
  if (!ts.isCallExpression(node) || !NOTING.test(node.expression.getText())) return below;
  const note = node.arguments.at(-1);
  return note === undefined ? below : [note, ...below];
}

const partsOf = (type: ts.Type): readonly ts.Type[] => (type.isUnion() ? type.types : [type]);

function collect(checker: ts.TypeChecker, note: ts.Type, into: Map<string, Set<string>>): void {
  for (const part of partsOf(note)) {
    const typesOf = (name: string) => {
      const property = part.getProperty(name);
      return property === undefined ? [] : partsOf(checker.getTypeOfSymbol(property));
    };
    const facts = ['before', 'after'].flatMap(typesOf).flatMap((type) => type.getProperties());
    for (const action of typesOf('action')) {
      const name = action.isStringLiteral() ? action.value : checker.typeToString(action);
      const known = into.get(name) ?? new Set();
      into.set(name, new Set([...known, ...facts.map((fact) => fact.getName())]));
    }
  }
}

describe('the list of what the log may say', () => {
  let written: Written;
  beforeAll(() => {
    written = writtenBySources();
  });

  it('holds each action that something is noted as, and no other', () => {
    expect([...written.keys()].sort()).toEqual(Object.keys(AUDIT_ACTIONS).sort());
  });

  it('holds no fact that nothing writes', () => {
    const unwritten = Object.keys(AUDIT_ACTIONS).flatMap((action) =>
      Object.keys(auditRule(action)?.facts ?? {})
        .filter((fact) => written.get(action)?.has(fact) !== true)
        .map((fact) => `${action}: ${fact}`),
    );
    expect(unwritten).toEqual([]);
  });
});
