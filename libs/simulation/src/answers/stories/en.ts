import type { Stories } from './stories.js';

export const ENGLISH: Stories = {
  issues: {
    'all-prevention': {
      problem: 'every fifth employee missed the yearly check-up, most of them on the night shift.',
      measure: 'the clinic now comes to the site for two days, one of them in the evening.',
      effect: 'nearly everybody came this year; next we look at what is done about the findings.',
    },
    'high-risk': {
      problem: 'fewer than half of those told to see a doctor after the check-up went there.',
      measure: 'the nurse makes the appointment, and the visit counts as working time.',
      effect: 'three in four now go; it is too early to see a change in blood pressure.',
    },
    'stress-related': {
      problem: 'the stress survey showed much more strain in customer service than elsewhere.',
      measure: 'two extra breaks in the afternoon, and a colleague who takes over hard calls.',
      effect: 'strain fell within a year, turnover did not; the rota is reviewed next.',
    },
    'productivity-safety': {
      problem: 'back pain and hurry stood behind most of the near misses in the warehouse.',
      measure: 'lifting aids, a second person for heavy loads, stretching twice a day.',
      effect: 'near misses fell by a third; the number of sick days has hardly changed.',
    },
    'womens-issues': {
      problem: 'women said in a survey that they would rather take leave than speak of pain.',
      measure: 'a talk for supervisors, a rest room, and time off for screening.',
      effect: 'more women go to screening; how supervisors act is asked again next year.',
    },
    'return-to-work': {
      problem: 'people who came back from long sick leave often left within a few months.',
      measure: 'a written plan for the first eight weeks, with shorter hours and a fixed contact.',
      effect: 'all who returned this year are still here; the plan now covers contract workers.',
    },
    'hours-balance': {
      problem: 'overtime in two departments stayed above 45 hours a month all year.',
      measure: 'a weekly look at the hours, two more people, and a no-overtime day.',
      effect: 'overtime fell to 31 hours a month; the busy season is still a problem.',
    },
    'communication-issue': {
      problem: 'in the survey the shifts said that they hardly knew what the others were doing.',
      measure: 'ten minutes together at the change of shift, and a talk in pairs each month.',
      effect: 'handover errors have become rare; the talks are kept up by two teams in three.',
    },
    'infection-issue': {
      problem: 'influenza stopped one line for four days last season.',
      measure: 'vaccination at the workplace, masks at hand, and paid rest for those who are ill.',
      effect: 'no line stood still this season; vaccination is to reach outsourced workers too.',
    },
  },
  business: {
    retention: {
      detail: 'operators leave within two years, many because they are tired or in pain.',
      effect: 'turnover is to fall by a quarter in three years; it is watched every month.',
    },
    recruitment: {
      detail:
        'posts stay open for three months, and applicants ask about hours and health benefits.',
      effect: 'posts are to be filled within six weeks; applicants are asked why they chose us.',
    },
    productivity: {
      detail: 'output per hour has stood still, and tired teams make up for it by overtime.',
      effect: 'the loss through presenteeism is to fall, measured each year by one instrument.',
    },
    'quality-accidents': {
      detail: 'errors and minor accidents cluster at the end of long shifts.',
      effect: 'accidents with lost time are to be halved in two years.',
    },
    absence: {
      detail: 'sick days have risen for three years and upset the plan of the week.',
      effect: 'sick days per person are to return to the level of three years ago.',
    },
    'ageing-workforce': {
      detail: 'many skilled workers will reach 60 soon, and few can do their work.',
      effect: 'skilled workers are to stay until 63; the number of trained successors is counted.',
    },
    engagement: {
      detail: 'the staff survey shows little energy for improvements since two sites were merged.',
      effect: 'work engagement is to rise at both sites, measured each year in the same way.',
    },
    'medical-cost': {
      detail: 'the premium of the group insurance has risen faster than wages.',
      effect: 'claims per insured person are to stop rising within three years.',
    },
    'trust-of-investors-customers': {
      detail: 'customers abroad ask how we look after those who make their products.',
      effect: 'audits of customers are to find no fault in working conditions.',
    },
  },
};
