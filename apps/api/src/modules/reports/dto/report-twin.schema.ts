import type { ReportTwin } from '@sukoyaka/report';

const MEMBERS = {
  schema: 'The name and version of this form',
  reportNumber: 'As printed',
  createdAt: 'When the answers were evaluated, ISO 8601',
  languages: 'Of all sentences, the first the main one',
  title: 'By language',
  notice: 'What the report is and is not, by language',
  assurance: 'Who has checked the answers',
  period: 'First and last day, or null',
  synthetic: 'What was made up for demonstration',
  organisation: 'As it was when the answers were submitted',
  edition: 'The survey edition',
  completeness: 'Questions asked and answered',
  overall: 'Score, stage and, with a cohort, standing',
  sides: 'The four sides',
  subItems: 'The 13 sub-items',
  healthIssues: 'The nine health issues',
  valuePropositions: 'The nine indices',
  comparison: 'Groups with protected statistics that the scores are compared with, or null',
  management: 'Strategy, disclosure, board and participation',
  issues: 'The main health issues in the words of the organisation',
  readings: 'Each rule set: met, not met and unknown, and what is missing',
  improvements: 'By points still available and weight of evidence',
  outcomes: 'Figures with instrument and number of people',
  answers: 'A digest',
  warnings: 'What is doubtful in the answers',
  parentTopics: 'What a parent company is asked, and which answers say it',
  provenance: 'How sure each part of the rules is',
} as const satisfies Readonly<Record<keyof ReportTwin, string>>;

const TEXTS: readonly string[] = ['schema', 'reportNumber', 'createdAt'];
const LISTS: readonly string[] = [
  ...['languages', 'sides', 'subItems', 'healthIssues', 'valuePropositions', 'readings'],
  ...['improvements', 'outcomes', 'answers', 'warnings', 'issues', 'parentTopics', 'provenance'],
];

const NULLABLE: readonly string[] = ['period', 'organisation', 'comparison'];

/** The members of the report's JSON, for the description of the API. */
export const REPORT_TWIN_SCHEMA = {
  type: 'object',
  properties: Object.fromEntries(
    Object.entries(MEMBERS).map(([name, description]) => [name, { ...kindOf(name), description }]),
  ),
  required: Object.keys(MEMBERS),
};

function kindOf(name: string) {
  if (TEXTS.includes(name)) return { type: 'string' };
  if (LISTS.includes(name)) return { type: 'array', items: {} };
  return { type: 'object', additionalProperties: true, nullable: NULLABLE.includes(name) };
}
