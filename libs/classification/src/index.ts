export { industryOf, INDUSTRY_SCHEMES, plainIndustryCode } from './industry.js';
export type { Industry, IndustryCode, IndustryScheme } from './industry.js';
export { isIsicSection, ISIC_SECTIONS, ISIC_SECTION_NAMES, type IsicSection } from './isic.js';
export { JSIC_MAJOR_GROUPS, JSIC_SECTIONS } from './jsic.js';
export {
  businessClassesOf,
  japaneseDivisionOf,
  japaneseDivisionRules,
  ORGANISATION_KINDS,
} from './japanese-division.js';
export type {
  BusinessClass,
  DivisionFacts,
  JapaneseDivision,
  JapaneseDivisionRules,
  OrganisationKind,
} from './japanese-division.js';
export * from './ownership.js';
export * from './size-class.js';
