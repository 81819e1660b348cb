import enCommon from './en/common.json' with { type: 'json' };
import jaCommon from './ja/common.json' with { type: 'json' };
import thCommon from './th/common.json' with { type: 'json' };

/** All texts of the product, by language and namespace. Survey texts live in `surveys/`. */
export const resources = {
  en: { common: enCommon },
  ja: { common: jaCommon },
  th: { common: thCommon },
} as const;
