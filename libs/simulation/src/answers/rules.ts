/**
 * What an earlier answer leaves of a later one. It holds after the answer `said` one of the options
 * (or reasons), or named none of those that it `lacks`; without either, once `after` is answered.
 */
export interface Rule {
  /** The earlier question, or a duty, which is known from the start. */
  readonly after: string;
  readonly said?: readonly string[];
  readonly lacks?: readonly string[];
  /** The options that are left. */
  readonly only?: readonly string[];
  /** The options, or reasons for "not applicable", that are not left. */
  readonly except?: readonly string[];
  /** Nothing is left to say. */
  readonly silent?: true;
}

const NONE = ['none'];
const WRITES_NO_POLICY: Rule = { after: 'policy-written', said: ['none', 'draft'], only: NONE };
const NO_CHECKUP: Rule = { after: 'checkup-offer', said: NONE, silent: true };
const CHECKS_NO_EFFECT: Rule = { after: 'effect-verification', said: NONE, only: NONE };
const MEDICAL = [
  'occupational-physician',
  'contracted-physician',
  'occupational-nurse',
  'contracted-hospital',
];

/** A figure of which nobody can say what it means. */
function withoutInstrument(question: string): Rule {
  return { after: question, said: ['not-stated', 'other'], silent: true };
}

function published(indicator: string): Rule {
  return {
    after: 'performance-indicators-disclosed',
    said: [indicator],
    except: ['not-measured'],
  };
}

/** Where a reader would see that two answers contradict each other, by the later question's id. */
export const RULES: Readonly<Record<string, readonly Rule[]>> = {
  'policy-outside': [WRITES_NO_POLICY],
  'policy-penetration-check': [WRITES_NO_POLICY],
  'performance-indicators-disclosed': [
    { after: 'policy-outside', said: NONE, only: NONE },
    { after: 'disclosed-items', lacks: ['performance-indicators'], only: NONE },
    { after: 'disclosed-items', said: ['performance-indicators'], except: NONE },
  ],
  'absenteeism-measure': [published('absenteeism')],
  absenteeism: [withoutInstrument('absenteeism-measure')],
  'presenteeism-instrument': [published('presenteeism')],
  presenteeism: [withoutInstrument('presenteeism-instrument')],
  'engagement-instrument': [published('work-engagement')],
  engagement: [withoutInstrument('engagement-instrument')],
  'board-agenda': [
    { after: 'head-commitment', said: ['decides-budget'], only: ['decided', 'decided-often'] },
  ],
  'investment-evaluated': [
    { after: 'health-spend-per-employee', except: NONE },
    { after: 'board-agenda', said: NONE, except: ['reported-to-board'] },
  ],
  'professional-involvement': [
    { after: 'occupational-professionals', lacks: MEDICAL, only: NONE },
    { after: 'occupational-professionals', said: MEDICAL, except: NONE },
  ],
  'osh-committee': [{ after: 'safety-roles-in-place', said: ['yes'], except: NONE }],
  'implementation-plan': [{ after: 'health-needs-analysis', said: NONE, except: ['plan-linked'] }],
  'checkup-offer': [
    {
      after: 'statutory-checkups-done',
      said: ['yes'],
      only: ['all-employees', 'all-workers'],
    },
    { after: 'statutory-checkups-done', said: ['not-obliged'], except: ['risk-work-only'] },
  ],
  'checkup-participation': [NO_CHECKUP],
  'checkup-findings-rate': [NO_CHECKUP],
  'health-risk-rates': [NO_CHECKUP],
  'checkup-follow-up-level': [{ after: 'checkup-offer', said: NONE, only: ['results-only'] }],
  'stress-check-method': [
    { after: 'statutory-stress-check-done', said: ['yes'], only: ['statutory'] },
  ],
  'high-stress-instrument': [
    { after: 'stress-check-method', said: NONE, only: ['not-measured'] },
    { after: 'stress-check-method', said: ['own-survey'], only: ['other', 'not-measured'] },
    { after: 'stress-check-method', said: ['validated-tool'], except: ['other'] },
    {
      after: 'stress-check-method',
      said: ['statutory'],
      only: ['bjsq-57', 'bjsq-23', 'not-measured'],
    },
  ],
  'guidance-results': [{ after: 'guidance-completion', except: NONE }],
  'canteen-standard': [{ after: 'diet-measures', said: ['canteen-menu'], except: ['no-canteen'] }],
  'mental-health-consultation': [
    {
      after: 'mental-health-measures',
      said: ['consultation-inside', 'consultation-outside', 'eap'],
      except: NONE,
    },
  ],
  'smoke-free-level': [{ after: 'smoking-cessation', said: NONE, except: ['premises-and-help'] }],
  'smoke-free-site-check': [
    {
      after: 'smoke-free-level',
      said: ['none', 'rooms-separated'],
      only: ['not-checked'],
    },
    { after: 'smoke-free-level', said: ['premises', 'premises-and-help'], except: ['law-met'] },
  ],
  'issue-verification': [
    CHECKS_NO_EFFECT,
    { after: 'effect-verification', said: ['participation-only'], only: NONE },
  ],
  'improvement-cycle': [
    { after: 'effect-verification', said: NONE, except: ['changed', 'documented'] },
  ],
  'business-effect': [CHECKS_NO_EFFECT],
  'issue-first-theme': [
    CHECKS_NO_EFFECT,
    { after: 'issue-verification', said: NONE, only: NONE },
    {
      after: 'issue-verification',
      said: ['one-issue', 'main-issues', 'with-comparison'],
      except: NONE,
    },
  ],
  'issue-second-theme': [{ after: 'issue-verification', said: ['one-issue'], only: NONE }],
};
