import type { Span, Text, Texts } from '@sukoyaka/typesetting';
import type { ReportLanguages } from '../input.js';
import { languageOf, oneLine } from './clean.js';
import { type Phrase, say } from './phrase.js';

/** Sets phrases in the languages of one report. */
export class Wording {
  constructor(readonly languages: ReportLanguages) {}

  /** The phrase in each language; once, where both languages write the same. */
  texts(phrase: Phrase): Texts {
    const [first, second] = this.languages;
    const text = phrase(first);
    const other = second === undefined ? text : phrase(second);
    if (second === undefined || other === text) return [{ lang: first, text }];
    return [
      { lang: first, text },
      { lang: second, text: other },
    ];
  }

  /** The text of `key` of the namespace `report`. */
  say(key: string, params: Parameters<typeof say>[1] = {}): Texts {
    return this.texts(say(key, params));
  }

  /** The phrase in the primary language, for places that hold one string. */
  primary(phrase: Phrase): string {
    return phrase(this.languages[0]);
  }

  /** A bold beginning and the rest of the line, in each language. */
  led(lead: Phrase, rest: Phrase): Texts {
    const text = (language: ReportLanguages[number]): Text => {
      const spans: Span[] = [
        { text: lead(language), weight: 'bold' },
        { text: `\u2002${rest(language)}` },
      ];
      return { lang: language, spans };
    };
    const [first, second] = this.languages;
    return second === undefined ? [text(first)] : [text(first), text(second)];
  }

  /** What the company itself wrote: set once, in its own script, never translated. */
  own(text: string): Texts {
    const printed = oneLine(text);
    return [{ lang: languageOf(printed), text: printed }];
  }
}
