import enAudit from './en/audit.json' with { type: 'json' };
import jaAudit from './ja/audit.json' with { type: 'json' };
import thAudit from './th/audit.json' with { type: 'json' };
import enAccount from './en/account.json' with { type: 'json' };
import jaAccount from './ja/account.json' with { type: 'json' };
import thAccount from './th/account.json' with { type: 'json' };
import enCli from './en/cli.json' with { type: 'json' };
import jaCli from './ja/cli.json' with { type: 'json' };
import thCli from './th/cli.json' with { type: 'json' };
import thErrors from './th/errors.json' with { type: 'json' };
import jaErrors from './ja/errors.json' with { type: 'json' };
import enErrors from './en/errors.json' with { type: 'json' };
import enSurvey from './en/survey.json' with { type: 'json' };
import jaSurvey from './ja/survey.json' with { type: 'json' };
import thSurvey from './th/survey.json' with { type: 'json' };
import enReport from './en/report.json' with { type: 'json' };
import jaReport from './ja/report.json' with { type: 'json' };
import enMail from './en/mail.json' with { type: 'json' };
import jaMail from './ja/mail.json' with { type: 'json' };
import thMail from './th/mail.json' with { type: 'json' };
import thReport from './th/report.json' with { type: 'json' };

/** All texts of the product, by language and namespace. Survey texts live in `surveys/`. */
export const resources = {
  en: {
    audit: enAudit,
    account: enAccount,
    cli: enCli,
    errors: enErrors,
    survey: enSurvey,
    report: enReport,
    mail: enMail,
  },
  ja: {
    audit: jaAudit,
    account: jaAccount,
    cli: jaCli,
    errors: jaErrors,
    survey: jaSurvey,
    report: jaReport,
    mail: jaMail,
  },
  th: {
    audit: thAudit,
    account: thAccount,
    cli: thCli,
    errors: thErrors,
    survey: thSurvey,
    report: thReport,
    mail: thMail,
  },
} as const;
