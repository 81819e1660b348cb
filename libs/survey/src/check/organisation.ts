import { type Findings, shorten } from '../problem.js';
import { isRecord } from '../values.js';
import { checkKeys } from './checker.js';
import { isBlank } from './text.js';

const MOST_EMPLOYEES = 10_000_000;

type FieldTest = (value: unknown) => boolean;

const isName: FieldTest = (value) =>
  typeof value === 'string' && !isBlank(value) && value.length <= 300 && value.isWellFormed();

const isHeadcount: FieldTest = (value) =>
  Number.isInteger(value) && (value as number) >= 0 && (value as number) <= MOST_EMPLOYEES;

const FIELDS: Readonly<Record<string, FieldTest>> = {
  name: isName,
  country: (value) => typeof value === 'string' && /^[A-Z]{2}$/.test(value),
  registrationNumber: (value) =>
    typeof value === 'string' && /^[0-9A-Za-z .\-/]{1,40}$/.test(value),
  industry: (value) => typeof value === 'string' && /^[A-U]$/.test(value),
  employees: isHeadcount,
  sites: Array.isArray,
  synthetic: (value) => typeof value === 'boolean',
};

/** Checks the company's part of a sheet and gives back the ids of its sites, if it lists them. */
export function checkOrganisation(value: unknown, out: Findings): ReadonlySet<string> | null {
  if (!isRecord(value)) {
    out.error('organisation-invalid', { field: 'organisation' });
    return null;
  }
  checkKeys(value, Object.keys(FIELDS), 'organisation', out);
  for (const [field, fits] of Object.entries(FIELDS)) {
    if (!Object.hasOwn(value, field) || fits(value[field])) continue;
    out.within(field, () => out.error('organisation-invalid', { field }));
  }
  const sites = value['sites'];
  return Array.isArray(sites) ? checkSites(sites, out) : null;
}

function checkSites(sites: readonly unknown[], out: Findings): ReadonlySet<string> {
  const ids = new Set<string>();
  out.within('sites', () => {
    sites.forEach((site, index) => out.within(String(index), () => checkSite(site, ids, out)));
  });
  return ids;
}

function checkSite(site: unknown, ids: Set<string>, out: Findings): void {
  if (!checkKeys(site, ['id', 'name', 'employees'], 'site', out)) return;
  const { id, name, employees } = site;
  if (typeof id !== 'string' || !/^[A-Za-z0-9][A-Za-z0-9_-]{0,63}$/.test(id)) {
    return out.error('site-invalid', { field: 'id' });
  }
  if (ids.has(id)) out.error('site-duplicate', { site: shorten(id) });
  ids.add(id);
  if (!isName(name)) out.error('site-invalid', { field: 'name' });
  if (!isHeadcount(employees)) out.error('site-invalid', { field: 'employees' });
}
