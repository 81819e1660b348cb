import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type RunningApi, startApi } from '../support/api.js';

const OPERATOR = { name: 'Sample Ministry', contact: 'Tel. +66 2 000 0000, pdpa@example.org' };

describe('GET /api/installation', () => {
  let api: RunningApi;
  beforeAll(async () => {
    api = await startApi({ operator: OPERATOR });
  });
  afterAll(() => api.stop());

  it('says to anybody who runs it, and how long it keeps data of people', async () => {
    const { sessions, mails, contacts } = api.config.retention;
    const response = await api.anonymous.get('/api/installation').expect(200);
    expect(response.body).toEqual({
      operator: OPERATOR,
      keptDays: { sessions, mails, contacts },
    });
  });
});

describe('GET /api/installation where the operator does not say', () => {
  let api: RunningApi;
  beforeAll(async () => {
    api = await startApi();
  });
  afterAll(() => api.stop());

  it('names nobody', async () => {
    const response = await api.anonymous.get('/api/installation').expect(200);
    expect(response.body).toMatchObject({ operator: null });
  });
});
