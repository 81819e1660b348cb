import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { OpenAPIObject } from '@nestjs/swagger';
import { EXAMPLES } from '../../apps/api/src/platform/openapi/examples.js';
import manifest from '../../package.json' with { type: 'json' };
import { type RunningApi, startApi } from '../support/api.js';

const ASSESSMENT = '/api/organisations/{organisationId}/assessments/{assessmentId}';

const UUID = { type: 'string', format: 'uuid' };

let api: RunningApi;
let document: OpenAPIObject;
beforeAll(async () => {
  api = await startApi();
  document = (await api.http.get('/api/openapi.json').expect(200)).body as OpenAPIObject;
});
afterAll(() => api.stop());

/** Every answer that the document describes, with its status. */
const answers = () =>
  Object.values(document.paths).flatMap((methods) =>
    Object.values(methods as Record<string, { responses: Record<string, object> }>).flatMap(
      ({ responses }) => Object.entries(responses),
    ),
  );

describe('GET /api/openapi.json', () => {
  it('is of the version that the manifest states', () => {
    expect(document.info.version).toBe(manifest.version);
  });

  it('refers only to what it holds', () => {
    const known = Object.keys(document.components?.schemas ?? {});
    const text = JSON.stringify(document);
    const named = [...text.matchAll(/"\$ref":"#\/components\/schemas\/([^"]*)"/g)];
    expect(named.length).toBeGreaterThan(0);
    for (const [, name] of named) expect(known).toContain(name);
    expect(document.components?.schemas?.['OrganisationInDto']).toMatchObject({
      properties: { names: { $ref: '#/components/schemas/NamesInDto' } },
    });
  });

  it('describes every refusal as a problem', () => {
    const refusals = answers().filter(([status]) => Number(status) >= 400);
    expect(refusals.length).toBeGreaterThan(0);
    for (const [, refusal] of refusals) {
      expect(Object.keys((refusal as { content: object }).content)).toEqual([
        'application/problem+json',
      ]);
    }
  });

  it('describes what can be wrong with any id, header and body', () => {
    const saving = document.paths[`${ASSESSMENT}/sections/{sectionId}`]?.put;
    const said = (status: number) => JSON.stringify(saving?.responses[String(status)]);
    expect(said(400)).toMatch(/IDENTIFIER_MALFORMED.*BODY_NOT_JSON/);
    expect(said(403)).toContain('HOST_NOT_ALLOWED, CROSS_SITE_REQUEST');
    expect(said(413)).toContain('BODY_TOO_LARGE');
    expect(said(415)).toContain('MEDIA_TYPE_UNSUPPORTED');
    expect(said(503)).toContain('DATABASE_UNAVAILABLE');
    expect(saving?.parameters).toContainEqual(
      expect.objectContaining({ name: 'organisationId', schema: UUID }),
    );
  });

  it('describes both versions of a conflict', () => {
    const conflicts = answers().filter(([status]) => status === '412');
    expect(conflicts.length).toBeGreaterThanOrEqual(5);
    for (const [, conflict] of conflicts) {
      expect(JSON.stringify(conflict)).toContain('"required":["yours","current"]');
    }
    const saving = document.paths[`${ASSESSMENT}/sections/{sectionId}`]?.put;
    expect(JSON.stringify(saving?.responses['412'])).toContain('/SectionOutDto"');
  });

  it('says of every answer with a version that its ETag is that', () => {
    const tagged = Object.entries(document.paths).flatMap(([path, methods]) =>
      Object.entries(methods as Record<string, { responses: Record<string, object> }>)
        .filter(([, { responses }]) => JSON.stringify(responses).includes('"ETag":{'))
        .map(([method]) => `${method} ${path}`),
    );
    const waves = '/api/operator/waves';
    const steps = [`${waves}/{waveId}/extension`, `${waves}/{waveId}/closing`, waves];
    const verification = '/api/operator/organisations/{organisationId}/verification';
    const named = [...steps, verification].map((path) => `post ${path}`);
    expect(tagged).toEqual(
      expect.arrayContaining([...named, 'get /api/waves/{waveId}', 'put /api/me']),
    );
    expect(tagged).not.toContain('get /api/waves');
    expect(tagged).not.toContain('get /api/surveys/{programme}/{year}');
  });

  it('shows an example of whatever is sent', () => {
    const schemas = Object.entries(document.components?.schemas ?? {});
    const sent = schemas.filter(([name]) => name.endsWith('InDto'));
    expect(sent.length).toBeGreaterThan(5);
    const fields = sent.flatMap(([name, schema]) => {
      const { properties = {} } = schema as { properties?: Record<string, object> };
      return Object.entries(properties).map(([field, each]) => ({
        field: `${name}.${field}`,
        each,
      }));
    });
    const isShown = (each: object) =>
      ['example', 'enum', '$ref', 'allOf'].some((key) => key in each);
    expect(fields.filter(({ each }) => !isShown(each)).map(({ field }) => field)).toEqual([]);
  });

  it('has nothing filled in that would narrow a list', () => {
    const filters = Object.values(document.paths)
      .flatMap(({ get }) => get?.parameters ?? [])
      .filter((each) => 'name' in each && each.in === 'query' && each.required !== true);
    expect(filters.length).toBeGreaterThan(20);
    expect(JSON.stringify(filters)).not.toContain('"example":');
    expect(JSON.stringify(filters)).toContain('All, if left out; such as TH');
  });

  it('takes the id of a site as an example for sites alone', () => {
    const schemas = Object.entries(document.components?.schemas ?? {});
    const bearers = schemas.filter(([, schema]) =>
      JSON.stringify(schema).includes(EXAMPLES.siteId),
    );
    expect(bearers.map(([name]) => name)).toEqual(['SiteOutDto']);
  });

  it('says that what may be left out may be null', () => {
    expect(document.components?.schemas?.['OrganisationInDto']).toMatchObject({
      properties: {
        employees: { type: 'integer', nullable: true },
        industry: { enum: expect.arrayContaining(['A', null]), nullable: true },
      },
    });
  });

  it('describes the report as PDF and as JSON', () => {
    const report = document.paths[`${ASSESSMENT}/report`]?.get?.responses['200'];
    expect(report).toMatchObject({
      content: {
        'application/pdf': { schema: { format: 'binary' } },
        'application/json': { schema: { properties: { readings: { type: 'array' } } } },
      },
    });
  });
});

describe('GET /api/docs', () => {
  it('is a page whose parts all come from here', async () => {
    const page = await api.http.get('/api/docs').expect(200);
    const parts = [...page.text.matchAll(/(?:src|href)="([^"]+)"/g)].map(([, part]) => part ?? '');
    expect(parts.length).toBeGreaterThan(2);
    for (const part of parts) {
      expect(part).toMatch(/^\/api\/docs\//);
      await api.http.get(part).expect(200);
    }
    expect(page.text).not.toMatch(/<script>/);
    expect(page.text).toContain('name="viewport" content="width=device-width');
  });
});
