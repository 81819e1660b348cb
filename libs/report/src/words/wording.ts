import type { Locale } from '@sukoyaka/kernel';
import type { Cell, ColourName, Text, Texts } from '@sukoyaka/typesetting';
import type { ReportLanguages } from '../input.js';
import { languageOf, oneLine } from './clean.js';
import { type Phrase, say } from './phrase.js';

/** Sets phrases in the languages of one report; once, where both languages write the same. */
export class Wording {
  constructor(readonly languages: ReportLanguages) {}

  texts(phrase: Phrase): Texts {
    return this.set([phrase], (lang, [text = '']) => ({ lang, text }));
  }

  /** The text of `key` of the namespace `report`. */
  say(key: string, params: Parameters<typeof say>[1] = {}): Texts {
    return this.texts(say(key, params));
  }

  /** The phrase in bold. */
  bold(phrase: Phrase): Texts {
    return this.set([phrase], (lang, [text = '']) => ({ lang, spans: [{ text, weight: 'bold' }] }));
  }

  /** A bold beginning and the rest of the line. */
  led(lead: Phrase, rest: Phrase, colour?: ColourName): Texts {
    return this.set([lead, rest], (lang, [bold = '', plain = '']) => ({
      lang,
      spans: [
        { text: bold, weight: 'bold' },
        { text: `\u2002${plain}`, ...(colour ? { colour } : {}) },
      ],
    }));
  }

  /** What the company itself wrote: set once, in its own script, never translated. */
  own(text: string): Texts {
    const printed = oneLine(text);
    return [{ lang: languageOf(printed), text: printed }];
  }

  /** A table's cells with one language each; a text that is the same in both spans them. */
  cells(texts: Texts): readonly Cell[] {
    const [first, second] = texts;
    if (second !== undefined) return [{ texts: [first] }, { texts: [second] }];
    return [{ texts, span: this.languages.length }];
  }

  /** The phrase in the primary language, for places that hold one string. */
  primary(phrase: Phrase): string {
    return phrase(this.languages[0]);
  }

  private set(
    phrases: readonly Phrase[],
    make: (language: Locale, texts: readonly string[]) => Text,
  ): Texts {
    const [first, second] = this.languages;
    const texts = phrases.map((phrase) => phrase(first));
    if (second === undefined) return [make(first, texts)];
    const others = phrases.map((phrase) => phrase(second));
    const alike = others.every((text, index) => text === texts[index]);
    return alike ? [make(first, texts)] : [make(first, texts), make(second, others)];
  }
}
