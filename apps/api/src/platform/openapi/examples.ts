/** Values that stand for ids and times in the description of the API; they name nothing real. */
export const EXAMPLES = {
  organisationId: '3f0c2a4e-6b1d-4f7a-9c58-1e2d3c4b5a69',
  personId: '9d8c7b6a-5f4e-4d3c-8b2a-1f0e9d8c7b6a',
  invitationId: '1a2b3c4d-5e6f-4a7b-8c9d-0e1f2a3b4c5d',
  sessionId: '2b3c4d5e-6f7a-4b8c-9d0e-1f2a3b4c5d6e',
  waveId: '4d5e6f7a-8b9c-4d0e-9f1a-2b3c4d5e6f7a',
  accessId: '5e6f7a8b-9c0d-4e1f-8a2b-3c4d5e6f7a8b',
  siteId: '8a7b6c5d-4e3f-4a1b-8c9d-0e1f2a3b4c5d',
  assessmentId: 'c1d2e3f4-a5b6-4c7d-8e9f-0a1b2c3d4e5f',
  correlationId: '5b6c7d8e-9f0a-4b1c-8d2e-3f4a5b6c7d8e',
  moment: '2026-05-20T03:04:05.678Z',
  edition: 'jp-hpm-large/2026',
  editionVersion: '1.1.0',
  contentHash: 'f1d2d2f924e986ac86fdf7b36c94bcdf32beec15f1d2d2f924e986ac86fdf7b3',
  ruleSets: ['jp-hpm-2026-large', 'th-reading-2026-large'],
  section: 'policy',
  question: 'policy-written',
} as const;
