import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { withClient } from '@sukoyaka/testing';
import { bodyOf, type RunningApi, startApi } from '../../support/api.js';

let api: RunningApi;
beforeAll(async () => {
  api = await startApi();
});
afterAll(() => api.stop());

describe('POST /api/organisations', () => {
  it('creates', async () => {
    const response = await api.http.post('/api/organisations').send({names: {th: 'บริษัท ทดสอบ จำกัด'}, country: 'TH'});
    console.log(response.status, response.headers, response.body);
    const r2 = await api.http.post('/api/organisations').set('accept-language','th').send({names: {th: 'บริษัท ทดสอบ จำกัด'}, country: 'th', x:1, registration:{type:'jp-corporate',number:'1'}});
    console.log(r2.status, r2.headers, JSON.stringify(r2.body,null,1));
    const r3 = await api.http.post('/api/organisations').set('accept-language','th').send({names: {th: 'บริษัท ทดสอบ จำกัด'}, country: 'TH', registration:{type:'jp-corporate',number:'1'}});
    console.log(r3.status, r3.headers, JSON.stringify(r3.body,null,1));
    console.log(api.log);
    const r4 = await api.http.get('/api/openapi.json');
    console.log(r4.status, JSON.stringify(r4.body).slice(0,300));
    const r5 = await api.http.get('/api/docs');
    console.log(r5.status, r5.text.slice(0,200), r5.headers);
    for (const path of ['/api/x','/api/organisations/%zz','/api/organisations/abc', '/api/surveys', '/api/problems', '/api/health/ready', '/api/organisations/'+'a'.repeat(300)]) { const r = await api.http.get(path); console.log(path, r.status, r.text.slice(0,300)); }
  });
});
