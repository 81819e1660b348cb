import thErrors from './th/errors.json' with { type: 'json' };
import jaErrors from './ja/errors.json' with { type: 'json' };
import enErrors from './en/errors.json' with { type: 'json' };
import enSurvey from './en/survey.json' with { type: 'json' };
import jaSurvey from './ja/survey.json' with { type: 'json' };
import thSurvey from './th/survey.json' with { type: 'json' };

/** All texts of the product, by language and namespace. Survey texts live in `surveys/`. */
export const resources = {
  en: { errors: enErrors, survey: enSurvey },
  ja: { errors: jaErrors, survey: jaSurvey },
  th: { errors: thErrors, survey: thSurvey },
} as const;
