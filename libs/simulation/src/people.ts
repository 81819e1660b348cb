import type { Company } from './company.js';

/** Employees as the surveys divide them, and those who work for the company besides. */
export type Group =
  'employees' | 'women' | 'men' | 'aged-40-plus' | 'aged-60-plus' | 'outsourced' | 'migrant';

/** By how much of its present size a company has grown each year. */
const GROWTH = 0.02;

/** How many people of a group a company had `yearsBack` years before its latest year. */
export function headcount(company: Company, group: Group, yearsBack: number): number {
  if (group === 'men')
    return headcount(company, 'employees', yearsBack) - headcount(company, 'women', yearsBack);
  return Math.round(present(company, group) * (1 - GROWTH * yearsBack));
}

function present(company: Company, group: Exclude<Group, 'men'>): number {
  switch (group) {
    case 'employees':
      return company.organisation.employees;
    case 'women':
      return company.women;
    case 'aged-40-plus':
      return company.aged40;
    case 'aged-60-plus':
      return company.aged60;
    case 'outsourced':
      return company.outsourced;
    case 'migrant':
      return company.migrants;
  }
}
