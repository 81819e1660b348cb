import type { Locale } from '@sukoyaka/kernel';
import type { Cell, ColourName, RichText, Texts } from '@sukoyaka/typesetting';
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
  led(lead: Phrase, rest: Phrase, colour?: ColourName): Texts {
    const text = (language: Locale): RichText => {
      const end = { text: `\u2002${rest(language)}`, ...(colour ? { colour } : {}) };
      return { lang: language, spans: [{ text: lead(language), weight: 'bold' }, end] };
    };
    const [first, second] = this.languages;
    const alone = second === undefined || (this.alike(lead) && this.alike(rest));
    return alone ? [text(first)] : [text(first), text(second)];
  }

  private alike(phrase: Phrase): boolean {
    const [first, second = first] = this.languages;
    return phrase(first) === phrase(second);
  }

  /** A table's cells with one language each; a text that is the same in both spans them. */
  cells(texts: Texts): readonly Cell[] {
    const [first, second] = texts;
    if (second !== undefined) return [{ texts: [first] }, { texts: [second] }];
    return [{ texts, span: this.languages.length }];
  }

  /** What the company itself wrote: set once, in its own script, never translated. */
  own(text: string): Texts {
    const printed = oneLine(text);
    return [{ lang: languageOf(printed), text: printed }];
  }
}
