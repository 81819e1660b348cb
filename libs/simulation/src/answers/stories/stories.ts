/** What a synthetic company tells of a health issue. */
export interface IssueStory {
  readonly problem: string;
  readonly measure: string;
  readonly effect: string;
}

/** What a synthetic company tells of a business issue. */
export interface BusinessStory {
  readonly detail: string;
  readonly effect: string;
}

/** Stories in one language, by the ids of health issues and of business issues. */
export interface Stories {
  readonly issues: Readonly<Record<string, IssueStory>>;
  readonly business: Readonly<Record<string, BusinessStory>>;
}
