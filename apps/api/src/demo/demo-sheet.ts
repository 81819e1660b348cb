import { simulate } from '@sukoyaka/simulation';
import type { Answers, AnswerValue, Edition, Organisation, Site } from '@sukoyaka/survey';
import { DEMO_SEED, type DemoOrganisation } from './demo-organisations.js';

/** A site of the demonstration under an id of its own. */
export interface DemoSite extends Site {
  readonly uuid: string;
}

/** What a simulated company says, with its sites under the ids that they have in the database. */
export interface DemoSheet {
  readonly organisation: Organisation;
  readonly sites: readonly DemoSite[];
  readonly answers: Answers;
  /** ISO dates, both inclusive. */
  readonly period: { readonly start: string; readonly end: string };
}

export function demoSheet(demo: DemoOrganisation, edition: Edition): DemoSheet {
  const request = { edition, companies: demo.company, seed: DEMO_SEED };
  const { organisation = {}, answers } = [...simulate(request)].at(-1) ?? { answers: {} };
  const sites = (organisation.sites ?? []).map((site, index) => ({
    ...site,
    uuid: siteId(demo.id, index),
  }));
  const ids = new Map(sites.map(({ id, uuid }) => [id, uuid]));
  const renamed = Object.entries(answers).map(([question, value]) => [
    question,
    underSiteIds(value, ids),
  ]);
  const end = periodEnd(answers, edition);
  return {
    organisation,
    sites,
    answers: Object.fromEntries(renamed) as Answers,
    period: { start: yearBefore(end), end },
  };
}

/** The organisation's id with the number of the site in its fourth group. */
function siteId(organisation: string, index: number): string {
  const groups = organisation.split('-');
  return [...groups.slice(0, 3), `8${String(index + 1).padStart(3, '0')}`, groups[4]].join('-');
}

function underSiteIds(value: AnswerValue, ids: ReadonlyMap<string, string>): AnswerValue {
  if (typeof value !== 'object' || !('sites' in value) || typeof value.sites !== 'object') {
    return value;
  }
  const sites = Object.entries(value.sites).map(([id, answer]) => [ids.get(id) ?? id, answer]);
  return { sites: Object.fromEntries(sites) as Readonly<Record<string, never>> };
}

function periodEnd(answers: Answers, { periodEndQuestion, year }: Edition): string {
  const answer = periodEndQuestion === undefined ? undefined : answers[periodEndQuestion];
  return typeof answer === 'string' ? answer : `${year}-03-31`;
}

/** The first day of the year that ends on `end`. */
function yearBefore(end: string): string {
  const day = new Date(`${end}T00:00:00Z`);
  day.setUTCFullYear(day.getUTCFullYear() - 1);
  day.setUTCDate(day.getUTCDate() + 1);
  return day.toISOString().slice(0, 10);
}
