export {
  Catalogue,
  type EditionContent,
  editionHash,
  type EditionFiles,
  openCatalogue,
} from './catalogue.js';
export { contentHash } from './content-hash.js';
export { checkSurvey, type SurveyCheck } from './survey-check.js';
export { checkParentTopics } from './parent-topics-check.js';
export type { ParentTopic, Programme, ProgrammeCriterion, TopicProvenance } from './programme.js';
